import { awsWorld } from "../../shared/runtime/aws.ts";
import { peopleFunction } from "./handler.ts";

export const handler = peopleFunction(awsWorld(process.env));
