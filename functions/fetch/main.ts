import { awsWorld } from "../../shared/runtime/aws.ts";
import { registerAddresses } from "../../shared/runtime/registerAddresses.ts";
import { fetchFunction } from "./handler.ts";

export const handler = fetchFunction({ ...awsWorld(process.env), ...registerAddresses(process.env) });
