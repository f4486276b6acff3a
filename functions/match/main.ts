import { awsWorld } from "../../shared/runtime/aws.ts";
import { matchFunction } from "./handler.ts";

export const handler = matchFunction(awsWorld(process.env));
