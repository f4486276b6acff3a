import { awsWorld } from "../../shared/runtime/aws.ts";
import { nightFunction } from "./handler.ts";

export const handler = nightFunction(awsWorld(process.env));
