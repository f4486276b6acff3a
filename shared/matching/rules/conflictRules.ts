import type { HardRule } from "./rule.ts";
import type { Pair } from "../facts/pair.ts";

const same = (a: string | null, b: string | null): boolean => a !== null && a === b;

export const sameSchool: HardRule = {
  name: "same-school",
  since: "2025-09-01",
  overridable: false,
  passed: "Works at another school.",
  refuses: ({ requestSchool, homeSchool }) => requestSchool.id === homeSchool.id,
  why: () => "The practitioner works at the school that asks.",
};

export const sameTrust: HardRule = {
  name: "same-trust",
  since: "2025-09-01",
  overridable: true,
  passed: "The two schools are not in the same trust.",
  refuses: ({ requestSchool, homeSchool }) => same(requestSchool.trustCode, homeSchool.trustCode),
  why: ({ requestSchool }) => `Both schools belong to trust ${requestSchool.trustCode}.`,
};

export const sameFederation: HardRule = {
  name: "same-federation",
  since: "2025-09-01",
  overridable: true,
  passed: "The two schools are not in the same federation.",
  refuses: ({ requestSchool, homeSchool }) => same(requestSchool.federationCode, homeSchool.federationCode),
  why: ({ requestSchool }) => `Both schools belong to federation ${requestSchool.federationCode}.`,
};

const employmentHere = (pair: Pair) =>
  pair.practitioner.formerEmployers.find(
    (spell) => spell.schoolId === pair.requestSchool.id && spell.endedOn >= pair.formerEmployersSince,
  );

export const pastEmployer: HardRule = {
  name: "past-employer",
  since: "2025-09-01",
  overridable: true,
  passed: "Has not worked at the asking school of late.",
  refuses: (pair) => employmentHere(pair) !== undefined,
  why: (pair) =>
    `Worked at the asking school until ${employmentHere(pair)?.endedOn}, ` +
    `within the last ${pair.policy.pastEmployerMonths} months.`,
};

export const declaredInterest: HardRule = {
  name: "declared-interest",
  since: "2025-09-01",
  overridable: false,
  passed: "Has declared no interest in the asking school.",
  refuses: ({ practitioner, requestSchool }) => practitioner.declaredInterests.includes(requestSchool.id),
  why: () => "The practitioner has declared an interest in the asking school.",
};

export const reciprocal: HardRule = {
  name: "reciprocal",
  since: "2025-09-01",
  overridable: true,
  passed: "The asking school has not lately supported the practitioner's school.",
  refuses: ({ lastSupportReturned, reciprocalSince }) =>
    lastSupportReturned !== null && lastSupportReturned >= reciprocalSince,
  why: (pair) =>
    `The asking school supported the practitioner's school on ${pair.lastSupportReturned}, ` +
    `within the last ${pair.policy.reciprocalYears} years.`,
};

export const homeSchoolInConcern: HardRule = {
  name: "home-school-in-concern",
  since: "2025-09-01",
  overridable: true,
  passed: "The practitioner's school is not in a category of concern.",
  refuses: ({ homeSchool }) => homeSchool.inCategoryOfConcern,
  why: () => "The practitioner's school is in a category of concern and cannot supply support.",
};
