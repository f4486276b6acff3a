import { spawnSync } from "node:child_process";
import { storeContractOrSkip } from "./contract.ts";
import { startEngine } from "./engine.ts";

const oldestJava = 17;
const java = spawnSync("java", ["-version"], { encoding: "utf8" });
const version = java.error ? 0 : Number(/version "(\d+)/.exec(java.stderr)?.[1] ?? 0);

storeContractOrSkip(
  "DynamoDB Local",
  version >= oldestJava
    ? () => startEngine("dynamodb-local")
    : `there is no Java ${oldestJava} on this machine`,
);
