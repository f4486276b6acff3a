import { phases, type Phase } from "../domain/vocabulary.ts";

/** What the register says of a school's age range: `PhaseOfEducation (code)`, ages in years, sixth form. */
export type AgeFacts = {
  readonly phaseCode: number | null;
  readonly lowAge: number | null;
  readonly highAge: number | null;
  /** `OfficialSixthForm`: true, false, or null where the register does not say. */
  readonly sixthForm: boolean | null;
};

/** The register's names of its phase codes, for files that carry only one of the two. */
export const giasPhaseNames: readonly string[] = [
  "Not applicable",
  "Nursery",
  "Primary",
  "Middle deemed primary",
  "Secondary",
  "Middle deemed secondary",
  "16 plus",
  "All-through",
];

const core: readonly (readonly Phase[])[] = [
  [],
  ["early-years"],
  ["primary"],
  ["primary"],
  ["secondary"],
  ["secondary"],
  ["post-16"],
  ["primary", "secondary"],
];

// Reception is in the early years stage, so a school that takes four-year-olds has that phase.
function spanned(facts: AgeFacts): Phase[] {
  const { lowAge, highAge } = facts;
  if (lowAge === null || highAge === null) return [];
  const found: Phase[] = [];
  if (lowAge < 5) found.push("early-years");
  if (lowAge < 11 && highAge > 5) found.push("primary");
  if (lowAge < 16 && highAge > 11) found.push("secondary");
  if (highAge > 16) found.push("post-16");
  return found;
}

/**
 * The phases that a school teaches, youngest first: its registered phase, widened by its ages (a primary
 * school from three also has early years; a secondary school to eighteen with a sixth form also has post-16).
 * Special, independent and alternative schools have no registered phase and are read by age alone; without
 * ages the answer is empty, which means not known.
 */
export function phasesOf(facts: AgeFacts): Phase[] {
  const registered = core[facts.phaseCode ?? 0] ?? [];
  const byAge = spanned(facts);
  const found = new Set<Phase>(registered.length === 0 ? byAge : registered);
  if (found.has("primary") && byAge.includes("early-years")) found.add("early-years");
  if (facts.phaseCode === 3 && byAge.includes("secondary")) found.add("secondary");
  if (facts.phaseCode === 5 && byAge.includes("primary")) found.add("primary");
  if (facts.sixthForm === true) found.add("post-16");
  if (found.has("secondary") && facts.sixthForm === null && byAge.includes("post-16")) found.add("post-16");
  return phases.filter((phase) => found.has(phase));
}
