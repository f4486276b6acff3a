import { awsWorld } from "../../shared/runtime/aws.ts";
import { serviceFunction } from "./handler.ts";

export const handler = serviceFunction(awsWorld(process.env));
