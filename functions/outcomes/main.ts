import { awsWorld } from "../../shared/runtime/aws.ts";
import { outcomesFunction } from "./handler.ts";

export const handler = outcomesFunction(awsWorld(process.env));
