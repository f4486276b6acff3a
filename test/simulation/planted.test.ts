import { describe, expect, it } from "vitest";
import { plantedFaults } from "./planted.ts";
import { simulate } from "./simulate.ts";

const mostSeeds = 100;

describe("a fault that is planted in the service is found within a hundred seeds", () => {
  it.each(Object.entries(plantedFaults))("where %s", async (_, planted) => {
    let [seed, found] = [0, false];
    while (!found && seed < mostSeeds) {
      seed += 1;
      found = (await simulate(seed, planted)).violations.length > 0;
    }
    expect(found).toBe(true);
  });
});

describe("a seed", () => {
  it("plays the same each time", async () => {
    expect(await simulate(7)).toEqual(await simulate(7));
  });

  it("plays otherwise than another", async () => {
    expect((await simulate(7)).digest).not.toBe((await simulate(8)).digest);
  });
});
