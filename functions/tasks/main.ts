import { awsWorld } from "../../shared/runtime/aws.ts";
import { tasksFunction } from "./handler.ts";

export const handler = tasksFunction(awsWorld(process.env));
