import { awsWorld } from "../../shared/runtime/aws.ts";
import { sqsSender } from "../../shared/runtime/sqs.ts";
import { hourFunction } from "./handler.ts";

export const handler = hourFunction({ ...awsWorld(process.env), ...sqsSender(process.env) });
