import { originSecretsOf } from "../../shared/runtime/edge.ts";
import { jsonLog } from "../../shared/runtime/log.ts";
import { serviceFunction } from "./handler.ts";

export const handler = serviceFunction({ log: jsonLog, originSecrets: originSecretsOf(process.env) });
