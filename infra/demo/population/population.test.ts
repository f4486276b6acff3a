import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { routes } from "../../../shared/contract/manifest.ts";
import { addDays } from "../../../shared/domain/calendar/calendar.ts";
import { SchoolId } from "../../../shared/domain/ids.ts";
import { areas } from "../../../shared/registers/areas.ts";
import { isOpen } from "../../../shared/registers/establishment.ts";
import { readEstablishments } from "../../../shared/registers/gias.ts";
import { readRequests } from "../../../shared/registers/requestsCsv.ts";
import { syntheticRegister } from "../../../shared/registers/syntheticRegister.ts";
import { codeProblem } from "../../../shared/registers/taxonomy.ts";
import { contentWarnings } from "../../../shared/registers/contentWarnings.ts";
import {} from "../../../shared/registers/triageText.ts";
import { derivedId } from "../../../shared/runtime/identity.ts";
import { demandOf } from "./demand.ts";
import { type PlaceOfWork, placesOfWork } from "./placesOfWork.ts";
import { type Population, populationOf, requestsFile } from "./population.ts";

function schoolsOf(area: string, count: number, seed: number): PlaceOfWork[] {
  const register = syntheticRegister({ area, schools: count, seed });
  const reading = readEstablishments(register.kind === "made" ? register.text : "");
  if (reading.kind !== "read") throw new Error(JSON.stringify(reading.problems));
  const open = reading.establishments.filter(isOpen);
  return placesOfWork(open.map((each) => ({ ...each, schoolId: derivedId(SchoolId, each.urn) })));
}

const mailDomain = "demo.example";

const recipes = fc.record({
  area: fc.constantFrom(...areas.map(({ name }) => name)),
  count: fc.integer({ min: 6, max: 60 }),
  seed: fc.integer({ min: 1, max: 999_999 }),
  day: fc.integer({ min: 0, max: 2500 }),
});

type Recipe = typeof recipes extends fc.Arbitrary<infer Value> ? Value : never;

const optionsFrom = ({ area, count, seed, day }: Recipe) => ({
  seed,
  today: addDays("2025-01-01", day),
  schools: schoolsOf(area, count, seed),
  mailDomain,
});

const checked = (holds: (population: Population) => void): void => {
  fc.assert(
    fc.property(recipes, (recipe) => {
      holds(populationOf(optionsFrom(recipe)));
    }),
    { numRuns: 25 },
  );
};

const textOf = ({ description, objectives }: Population["requests"][number]["body"]): string =>
  [description, ...objectives.flatMap((each) => [each.statement, each.successMeasure, each.baseline])].join(
    "\n",
  );

describe("the synthetic population", () => {
  test("is the same for the same seed, date and schools, in whatever order the schools come", () => {
    fc.assert(
      fc.property(recipes, (recipe) => {
        const options = optionsFrom(recipe);
        const other = populationOf({ ...options, schools: options.schools.toReversed() });
        expect(other).toEqual(populationOf(options));
      }),
      { numRuns: 10 },
    );
  });

  test("keeps each person and request when more of them are asked for", () => {
    const schools = schoolsOf("Sheffield", 30, 1);
    const few = populationOf({ seed: 3, today: "2026-11-23", schools, people: 20, requests: 10, mailDomain });
    const many = populationOf({
      seed: 3,
      today: "2026-11-23",
      schools,
      people: 60,
      requests: 10,
      mailDomain,
    });
    expect(many.people.slice(0, 20)).toEqual(few.people);
  });

  test("has people whom the contract takes, with codes of the taxonomy and addresses of nobody", () => {
    checked(({ people }) => {
      for (const { body, endorsed } of people) {
        routes.createPerson.body.parse(body);
        expect(body.claims.map(({ code }) => codeProblem(code))).toEqual(body.claims.map(() => null));
        expect(body.claims.map(({ code }) => code)).toEqual(expect.arrayContaining([...endorsed]));
        expect(body.name).toMatch(/^Practitioner \d+$/);
        expect(body.email).toMatch(/\.example$/);
      }
    });
  });

  test("has requests that the contract takes, for codes of the taxonomy, in a phase that the school teaches", () => {
    checked(({ requests }) => {
      for (const { body, school } of requests) {
        routes.createRequest.body.parse(body);
        for (const code of [body.codes.primary, ...body.codes.secondary])
          expect(codeProblem(code)).toBeNull();
        expect(school.phases).toContain(body.phase);
      }
    });
  });

  test("says something that triage warns of in the requests that are meant to, and in no other", () => {
    checked(({ requests }) => {
      for (const { body, oddity } of requests)
        expect(contentWarnings(textOf(body)).length > 0).toBe(oddity === "indiscreet");
    });
  });

  test("has its requests taken whole from a file by the reader of that file", () => {
    checked(({ requests }) => {
      const single = requests.filter(({ body }) => body.objectives.length === 1);
      fc.pre(single.length > 0);
      const read = readRequests(requestsFile(single));
      const rows = read.kind === "read" ? read.requests : read.problems;
      expect(rows).toEqual(
        single.map(({ key, body }) =>
          expect.objectContaining({ requestKey: key, description: body.description, window: body.window }),
        ),
      );
    });
  });

  test("lets leaders ask for other schools than their own", () => {
    checked(({ requests, people }) => {
      const homes = new Map(people.map(({ key, home }) => [key, home.schoolId]));
      const own = requests.filter(
        ({ by, school }) => by.route === "leader" && homes.get(by.personKey) === school.schoolId,
      );
      expect(own).toEqual([]);
    });
  });

  test("leaves some codes that schools ask for unclaimed", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999_999 }), (seed) => {
        const { asked, offered, nobodyClaims } = demandOf(seed);
        const claimed = new Set(offered.map(([code]) => code));
        const wanted = new Set(asked.map(([code]) => code));
        expect(nobodyClaims).toHaveLength(3);
        expect(wanted.difference(claimed)).toEqual(new Set(nobodyClaims));
      }),
      { numRuns: 20 },
    );
  });
});
