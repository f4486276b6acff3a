import { awsWorld } from "../../shared/runtime/aws.ts";
import { trailsFunction } from "./handler.ts";

export const handler = trailsFunction(awsWorld(process.env));
