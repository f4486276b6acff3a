import { awsWorld } from "../../shared/runtime/aws.ts";
import { sweepFunction } from "./handler.ts";

export const handler = sweepFunction(awsWorld(process.env));
