import { awsWorld } from "../../shared/runtime/aws.ts";
import { sqsSender } from "../../shared/runtime/sqs.ts";
import { sweepFunction } from "./handler.ts";

export const handler = sweepFunction({ ...awsWorld(process.env), ...sqsSender(process.env) });
