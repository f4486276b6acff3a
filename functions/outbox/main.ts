import { awsWorld } from "../../shared/runtime/aws.ts";
import { outboxFunction } from "./handler.ts";

export const handler = outboxFunction(awsWorld(process.env));
