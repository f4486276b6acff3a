import { awsWorld } from "../../shared/runtime/aws.ts";
import { recheckFunction } from "./handler.ts";

export const handler = recheckFunction(awsWorld(process.env));
