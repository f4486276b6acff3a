import { awsWorld } from "../../shared/runtime/aws.ts";
import { sqsSender } from "../../shared/runtime/sqs.ts";
import { outboxFunction } from "./handler.ts";

export const handler = outboxFunction({ ...awsWorld(process.env), ...sqsSender(process.env) });
