import { awsWorld } from "../../shared/runtime/aws.ts";
import { hourFunction } from "./handler.ts";

export const handler = hourFunction(awsWorld(process.env));
