import { facetsOfPerson } from "../requests/facets.ts";
import type { Person } from "./person.ts";

/** What a practitioner says of when and how they can be asked. */
export type Offering = Pick<
  Person,
  | "phases"
  | "modes"
  | "supportTypes"
  | "audiences"
  | "settings"
  | "travelLimitMetres"
  | "availability"
  | "capacityDaysPerYear"
  | "capacityDeployments"
  | "declaredInterests"
>;

/** The profile of somebody as it stands, without what the service adds. */
export const profileOf = (person: Offering) => ({
  phases: person.phases,
  modes: person.modes,
  ...facetsOfPerson(person),
  travelLimitMetres: person.travelLimitMetres,
  availability: person.availability,
  capacityDaysPerYear: person.capacityDaysPerYear,
  capacityDeployments: person.capacityDeployments,
  declaredInterests: person.declaredInterests,
});

/** What others vouch for, as it is on record of somebody. */
export const standingOf = ({
  designations,
  assurance,
  leastDeployments,
}: Pick<Person, "designations" | "assurance" | "leastDeployments">) => ({
  designations,
  assurance,
  ...(leastDeployments === undefined ? {} : { leastDeployments }),
});

type Declared = Pick<
  Person["claims"][number],
  "code" | "level" | "phases" | "lastPractisedYear" | "evidence"
>;

/** A claim as whoever makes it writes it, without what others said of it. */
export const declaredIn = ({ code, level, phases, lastPractisedYear, evidence }: Declared) => ({
  code,
  level,
  phases,
  lastPractisedYear,
  evidence,
});
