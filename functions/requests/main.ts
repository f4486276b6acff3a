import { awsWorld } from "../../shared/runtime/aws.ts";
import { requestsFunction } from "./handler.ts";

export const handler = requestsFunction(awsWorld(process.env));
