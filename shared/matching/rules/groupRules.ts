import type { Evidence } from "../../domain/explanation.ts";
import type { Membership } from "../../domain/registerFacts.ts";
import type { Pair } from "../facts/pair.ts";
import type { SharedGroup, Tie } from "../facts/ties.ts";
import type { HardRule } from "./rule.ts";

export const groupsOf = ({ sharedGroups }: Pair, tie: Tie): readonly SharedGroup[] =>
  sharedGroups.filter((each) => each.tie === tie);

const named = ({ code, name }: Readonly<Membership>): string => (name === "" ? code : `${name} (${code})`);

/** A school's time in a group, for the end of a sentence. */
function spell(school: string, { from, to }: Readonly<Membership>, today: string): string {
  if (to !== null) return `${school} until ${to}`;
  return from !== null && from > today ? `${school} from ${from}` : school;
}

/** How two schools share a group, in one sentence. */
export function sharing({ today }: Pair, word: string, { asking, home }: SharedGroup): string {
  const group = `${word} ${named(home.name === "" ? asking : home)}`;
  const spells = [
    spell("the asking school", asking, today),
    spell("the practitioner's school", home, today),
  ] as const;
  const areNow = [asking, home].every(({ from, to }) => to === null && (from === null || from <= today));
  if (areNow) return `Both schools belong to ${group}.`;
  return `Both schools are, were or will be in ${group}: ${spells[0]}, ${spells[1]}.`;
}

/** The memberships by which two schools share groups of one tie. */
export const memberships = (pair: Pair, tie: Tie): readonly Evidence[] =>
  groupsOf(pair, tie).flatMap(({ asking, home }) =>
    [
      { of: pair.requestSchool.id, membership: asking },
      { of: pair.homeSchool.id, membership: home },
    ].map(({ of, membership }) => ({
      record: "membership" as const,
      of,
      what: `${membership.kind} ${named(membership)}`,
      from: membership.from,
      to: membership.to,
    })),
  );

const forbidding = (tie: Tie, rule: Pick<HardRule, "name" | "since">, word: string): HardRule => ({
  ...rule,
  overridable: true,
  passed: `The two schools have not been in the same ${word} of late.`,
  refuses: ({ sharedGroups }) => sharedGroups.some((each) => each.tie === tie),
  why: (pair) =>
    groupsOf(pair, tie)
      .map((shared) => sharing(pair, word, shared))
      .join(" "),
  evidence: (pair) => memberships(pair, tie),
  causes: (pair) => groupsOf(pair, tie).map(({ home }) => `group ${home.code}`),
});

export const sameTrust = forbidding("trust", { name: "same-trust", since: "2026-11-25" }, "trust");
export const sameFederation = forbidding(
  "federation",
  { name: "same-federation", since: "2026-11-25" },
  "federation",
);
export const sameFoundation = forbidding(
  "foundation",
  { name: "same-foundation", since: "2026-11-25" },
  "foundation trust",
);
export const sameUmbrella = forbidding(
  "umbrella",
  { name: "same-umbrella", since: "2026-11-25" },
  "umbrella trust",
);
/** A group of which no register has told the kind yet may be any of the others. */
export const sameGroup = forbidding("group", { name: "same-group", since: "2026-11-25" }, "group");

/** Every tie that forbids a match; the others are told beside it. */
export const forbiddingTies: readonly Tie[] = ["trust", "federation", "foundation", "umbrella", "group"];
