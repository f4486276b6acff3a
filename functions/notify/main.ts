import { awsWorld } from "../../shared/runtime/aws.ts";
import { sesPoster } from "../../shared/runtime/ses.ts";
import { notifyFunction } from "./handler.ts";

export const handler = notifyFunction({ ...awsWorld(process.env), ...sesPoster(process.env) });
