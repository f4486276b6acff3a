import { awsWorld } from "../../shared/runtime/aws.ts";
import { deadlinesFunction } from "./handler.ts";

export const handler = deadlinesFunction(awsWorld(process.env));
