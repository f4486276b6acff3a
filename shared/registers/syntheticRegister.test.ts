import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { areas, schoolsOfArea } from "./areas.ts";
import { isOpen } from "./establishment.ts";
import { readEstablishments } from "./gias.ts";
import { seeded } from "./seeded.ts";
import { syntheticRegister } from "./syntheticRegister.ts";

function made(area: string, schools: number, seed: number): string {
  const register = syntheticRegister({ area, schools, seed });
  if (register.kind !== "made") throw new Error(`No area ${area}`);
  return register.text;
}

function read(text: string) {
  const reading = readEstablishments(text);
  if (reading.kind !== "read") throw new Error(JSON.stringify(reading.problems));
  return reading;
}

describe("the synthetic register", () => {
  test("is read whole by the real reader, in every area, every school inside it", () => {
    for (const { name, authorities } of areas) {
      const { establishments, absent } = read(made(name, 200, 7));
      expect(absent).toEqual([]);
      const found = schoolsOfArea(establishments, name);
      expect(found.kind === "found" && found.schools.length).toBe(200);
      expect(new Set(establishments.map(({ laCode }) => laCode)).size).toBe(authorities.length);
    }
  });

  test("gives the same text for the same seed and another for another", () => {
    expect(made("Sheffield", 50, 1)).toBe(made("Sheffield", 50, 1));
    expect(made("Sheffield", 50, 1)).not.toBe(made("Sheffield", 50, 2));
  });

  test("has the variety that real registers have: phases, trusts, federations, closures and gaps", () => {
    const { establishments } = read(made("Essex", 1000, 3));
    const some = (holds: (school: (typeof establishments)[number]) => boolean): boolean =>
      establishments.some(holds) && !establishments.every(holds);
    expect(some(isOpen)).toBe(true);
    expect(some(({ status }) => status === "open-proposed-to-close")).toBe(true);
    expect(some(({ trustCode }) => trustCode !== null)).toBe(true);
    expect(some(({ federationCode }) => federationCode !== null)).toBe(true);
    expect(some(({ dioceseCode }) => dioceseCode !== null)).toBe(true);
    expect(some(({ eastingMetres }) => eastingMetres === null)).toBe(true);
    expect(some(({ phases }) => phases.includes("post-16"))).toBe(true);
    expect(some(({ isSpecial }) => isSpecial)).toBe(true);
    expect(some(({ isAlternativeProvision }) => isAlternativeProvision)).toBe(true);
  });

  test("answers an unknown area with the ten known ones", () => {
    expect(syntheticRegister({ area: "Atlantis", schools: 1, seed: 1 })).toMatchObject({
      kind: "unknown-area",
    });
  });
});

describe("the seeded stream", () => {
  test("keeps every number in its range and every item when shuffling, for any seed", () => {
    fc.assert(
      fc.property(
        fc.integer(),
        fc.array(fc.integer()),
        fc.integer({ min: 0, max: 50 }),
        (seed, items, span) => {
          const random = seeded(seed);
          const value = random.between(3, 3 + span);
          expect(value >= 3 && value <= 3 + span && Number.isInteger(value)).toBe(true);
          const inOrder = (list: readonly number[]) => list.toSorted((a, b) => a - b);
          expect(inOrder(random.shuffled(items))).toEqual(inOrder(items));
        },
      ),
    );
  });
});
