import { awsWorld } from "../../shared/runtime/aws.ts";
import { offersFunction } from "./handler.ts";

export const handler = offersFunction(awsWorld(process.env));
