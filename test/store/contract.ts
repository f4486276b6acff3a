import { describe, expect, it } from "vitest";
import { commitContract } from "./commits.ts";
import type { Engine } from "./engine.ts";
import { expiryContract } from "./expiry.ts";
import { groundOf } from "./ground.ts";
import { likenessContract } from "./likeness.ts";
import { listContract } from "./lists.ts";
import { rivalryContract } from "./rivalry.ts";
import { stagingContract } from "./staging.ts";
import { wallContract } from "./walls.ts";

/** All that the store promises, over whichever engine holds its table. */
export function storeContract(engine: string, open: () => Promise<Engine>): void {
  describe(`the store on ${engine}`, () => {
    const ground = groundOf(open);
    commitContract(ground);
    rivalryContract(ground);
    listContract(ground);
    wallContract(ground);
    expiryContract(ground);
    stagingContract(ground);
    likenessContract(ground);
  });
}

/** Runs the contract on an engine, or says loudly why it cannot. */
export function storeContractOrSkip(engine: string, open: (() => Promise<Engine>) | string): void {
  if (typeof open !== "string") return storeContract(engine, open);

  console.warn(`SKIPPED: the contract of the store on ${engine}, because ${open}`);
  it(`SKIPPED: the contract on ${engine}, because ${open}`, () => expect(open).not.toBe(""));
}
