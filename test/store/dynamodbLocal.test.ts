import { spawnSync } from "node:child_process";
import { describe, it } from "vitest";
import { storeContract } from "./contract.ts";
import { startEngine } from "./engine.ts";

const oldestJava = 17;
const javaVersion = (): number => {
  const { stderr, error } = spawnSync("java", ["-version"], { encoding: "utf8" });
  return error ? 0 : Number(/version "(\d+)/.exec(stderr)?.[1] ?? 0);
};

if (javaVersion() >= oldestJava) storeContract("DynamoDB Local", () => startEngine("dynamodb-local"));
else {
  const skipped = `SKIPPED: the store's contract on DynamoDB Local, which needs Java ${oldestJava}`;
  console.warn(skipped);
  describe("the store on DynamoDB Local", () => {
    it(skipped, () => undefined);
  });
}
