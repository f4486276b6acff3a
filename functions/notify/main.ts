import { awsWorld } from "../../shared/runtime/aws.ts";
import { notifyFunction } from "./handler.ts";

export const handler = notifyFunction(awsWorld(process.env));
