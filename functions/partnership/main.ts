import { awsWorld } from "../../shared/runtime/aws.ts";
import { partnershipFunction } from "./handler.ts";

export const handler = partnershipFunction(awsWorld(process.env));
