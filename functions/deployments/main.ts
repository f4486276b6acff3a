import { awsWorld } from "../../shared/runtime/aws.ts";
import { deploymentsFunction } from "./handler.ts";

export const handler = deploymentsFunction(awsWorld(process.env));
