import * as fc from "fast-check";
import { expect, it } from "vitest";
import { madeUpDeployment, madeUpRequest } from "../deployments/deployment.testdata.ts";
import { School } from "../schools/school.ts";
import { partsOf, reachOf } from "./reach.ts";

const school = (number: number, change: Partial<School> = {}): School => ({
  ...School.parse({
    schoolId: `sch_${String(number).padStart(8, "0")}`,
    urn: String(100_000 + number),
    ukprn: null,
    name: `School ${number}`,
    status: "open",
    laCode: "373",
    laName: "Sheffield",
    phases: ["primary"],
    isSpecial: false,
    isAlternativeProvision: false,
    eastingMetres: null,
    northingMetres: null,
    town: "Sheffield",
    postcode: "S1 1AA",
    trustCode: null,
    trustName: null,
    federationCode: null,
    dioceseCode: null,
    pupils: 210,
    percentageFsm: null,
    openedOn: null,
    closedOn: null,
    inCategoryOfConcern: false,
    headEmail: null,
    importedBy: "imp_00000001",
    revision: 0,
  }),
  ...change,
});

const nothing = { requests: [], deployments: [], schools: [] };

it("tells who asked, who was supported, who gave and who did none of these", () => {
  const parts = partsOf({
    requests: [madeUpRequest("closed"), madeUpRequest("draft")],
    deployments: [madeUpDeployment({ state: "curtailed", daysDelivered: 1.5 })],
    schools: [school(3, { isSpecial: true }), school(2), school(1)],
  });
  expect(parts.map(({ school: { name }, ...part }) => ({ name, ...part }))).toEqual([
    { name: "School 1", kind: "primary", freeMeals: "not-known", asked: 1, daysReceived: 1.5, daysGiven: 0 },
    { name: "School 2", kind: "primary", freeMeals: "not-known", asked: 0, daysReceived: 0, daysGiven: 1.5 },
    { name: "School 3", kind: "special", freeMeals: "not-known", asked: 0, daysReceived: 0, daysGiven: 0 },
  ]);
  expect(reachOf(parts)).toEqual({
    byKind: [
      { group: "primary", schools: 2, asked: 1, received: 1, gave: 1, neither: 0 },
      { group: "special", schools: 1, asked: 0, received: 0, gave: 0, neither: 1 },
    ],
    byFreeMeals: [{ group: "not-known", schools: 3, asked: 1, received: 1, gave: 1, neither: 1 }],
    byAuthority: [{ group: "Sheffield", schools: 3, asked: 1, received: 1, gave: 1, neither: 1 }],
  });
});

it("tells a primary school with a nursery from one that is all-through", () => {
  const kinds = (phases: School["phases"]) =>
    partsOf({ ...nothing, schools: [school(1, { phases })] }).map(({ kind }) => kind);
  expect(kinds(["early-years", "primary"])).toEqual(["primary"]);
  expect(kinds(["secondary", "post-16"])).toEqual(["secondary"]);
  expect(kinds(["primary", "secondary", "post-16"])).toEqual(["all-through"]);
  expect(kinds(["early-years"])).toEqual(["early-years"]);
});

it("does not take a draft for a request", () => {
  expect(partsOf({ ...nothing, requests: [madeUpRequest("draft")], schools: [school(1)] })[0]?.asked).toBe(0);
});

it("counts a school that closed only where it took part", () => {
  const schools = [school(1, { status: "closed" }), school(2, { status: "closed" })];
  const parts = partsOf({ ...nothing, requests: [madeUpRequest("closed")], schools });
  expect(parts.map(({ school: { name } }) => name)).toEqual(["School 1"]);
});

it("puts the more pupils with free meals into no lower third, and equal shares into one", () => {
  const share = fc.option(fc.integer({ min: 0, max: 12 }));
  const rank = { most: 2, middle: 1, fewest: 0, "not-known": -1 };
  fc.assert(
    fc.property(fc.array(share, { maxLength: 20 }), (shares) => {
      const schools = shares.map((percentageFsm, at) => school(at, { percentageFsm }));
      const parts = partsOf({ ...nothing, schools });
      const known = parts
        .filter(({ freeMeals }) => freeMeals !== "not-known")
        .toSorted((a, b) => Number(a.school.percentageFsm) - Number(b.school.percentageFsm));
      expect(known).toHaveLength(shares.filter((each) => each !== null).length);
      const ranks = known.map(({ freeMeals }) => rank[freeMeals]);
      expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
      const told = new Set(
        known.map(({ school: { percentageFsm }, freeMeals }) => `${percentageFsm} ${freeMeals}`),
      );
      expect(told.size).toBe(new Set(known.map(({ school: { percentageFsm } }) => percentageFsm)).size);
    }),
  );
});

it("counts every member once in each table", () => {
  const schools = [school(1, { laName: "Rotherham" }), school(2, { phases: [] }), school(3)];
  const { byKind, byFreeMeals, byAuthority } = reachOf(partsOf({ ...nothing, schools }));
  for (const groups of [byKind, byFreeMeals, byAuthority])
    expect(groups.reduce((sum, each) => sum + each.schools, 0)).toBe(3);
  expect(byAuthority.map(({ group }) => group)).toEqual(["Rotherham", "Sheffield"]);
});
