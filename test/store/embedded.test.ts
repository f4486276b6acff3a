import { describe, it } from "vitest";
import { preferredEngine } from "../../infra/local/database/engine.ts";
import { storeContract } from "./contract.ts";
import { startEngine } from "./engine.ts";

if (preferredEngine() === "dynoxide") storeContract("the embedded engine", () => startEngine("dynoxide"));
else {
  const skipped = "SKIPPED: the store's contract on the embedded engine, whose binary is not on this machine";
  console.warn(skipped);
  describe("the store on the embedded engine", () => {
    it(skipped, () => undefined);
  });
}
