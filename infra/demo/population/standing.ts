import type * as z from "zod";
import type { routes } from "../../../shared/contract/manifest.ts";
import { addDays, addMonths } from "../../../shared/domain/calendar/calendar.ts";
import type { SeededRandom } from "../../../shared/registers/seeded.ts";
import { pickWeighted } from "./chance.ts";
import type { PlaceOfWork } from "./placesOfWork.ts";

/** What it takes to add a practitioner. */
export type PersonBody = z.input<typeof routes.createPerson.body>;

/** A designation with its awarding body, some of them expired. */
export function designationsOf(random: SeededRandom, today: string): PersonBody["designations"] {
  const title = pickWeighted(random, [
    ["SLE", 45],
    ["LLE", 12],
    ["NLE", 6],
    [null, 37],
  ]);
  if (title === null) return [];
  const expiresOn = pickWeighted(random, [
    [addDays(today, random.between(200, 900)), 74],
    [addDays(today, -random.between(20, 300)), 13],
    [null, 13],
  ]);
  const awardingBody = random.pick([
    "Example Teaching School Hub",
    "Example Schools Alliance",
    "The partnership board",
  ]);
  return [{ title, awardingBody, awardedOn: addMonths(today, -random.between(14, 60)), expiresOn }];
}

/** The employer's letter of assurance, a few of them lapsed or missing. */
export function assuranceOf(random: SeededRandom, home: PlaceOfWork, today: string): PersonBody["assurance"] {
  const standing = pickWeighted(random, [
    ["valid", 91],
    ["lapsed", 5],
    ["none", 4],
  ]);
  if (standing === "none") return null;
  const validUntil = addDays(
    today,
    standing === "lapsed" ? -random.between(5, 90) : random.between(240, 700),
  );
  return {
    confirmedBySchoolId: home.schoolId,
    confirmedOn: addDays(today, -random.between(100, 330)),
    validUntil,
  };
}

/** Dates a practitioner can be free, most of the year, in two stretches, late, or not said. */
export function availabilityOf(random: SeededRandom, today: string): PersonBody["availability"] {
  const from = addDays(today, -30);
  return pickWeighted(random, [
    [[], 25],
    [[{ from, to: addDays(today, 330) }], 55],
    [
      [
        { from, to: addDays(today, random.between(30, 60)) },
        { from: addDays(today, 80), to: addDays(today, 300) },
      ],
      14,
    ],
    [[{ from: addDays(today, 110), to: addDays(today, 260) }], 6],
  ]);
}

/** A declared interest in another school, of a few. */
export function interestsOf(
  random: SeededRandom,
  home: PlaceOfWork,
  { schools, today }: { readonly schools: readonly PlaceOfWork[]; readonly today: string },
): PersonBody["declaredInterests"] {
  const other = random.pick(schools);
  if (!random.chance(0.06) || other.schoolId === home.schoolId) return [];
  return [
    {
      schoolId: other.schoolId,
      kind: random.pick(["governor", "family"] as const),
      since: addMonths(today, -random.between(3, 60)),
    },
  ];
}
