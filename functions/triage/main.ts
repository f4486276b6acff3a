import { awsWorld } from "../../shared/runtime/aws.ts";
import { triageFunction } from "./handler.ts";

export const handler = triageFunction(awsWorld(process.env));
