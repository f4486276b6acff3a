import { awsWorld } from "../../shared/runtime/aws.ts";
import { matchingFunction } from "./handler.ts";

export const handler = matchingFunction(awsWorld(process.env));
