import type { Evidence } from "../../domain/runs/explanation.ts";
import type { Membership } from "../../domain/schools/registerFacts.ts";
import type { SchoolId } from "../../domain/ids.ts";
import type { Pair } from "../facts/pair.ts";
import type { SharedGroup, Tie } from "../facts/ties.ts";
import type { HardRule } from "./rule.ts";

export const groupsOf = ({ sharedGroups }: Pair, tie: Tie): readonly SharedGroup[] =>
  sharedGroups.filter((each) => each.tie === tie);

/** What a tie is called in a sentence. */
export const wordOf: Readonly<Record<Tie, string>> = {
  trust: "trust",
  federation: "federation",
  foundation: "foundation trust",
  umbrella: "umbrella trust",
  sponsor: "sponsor",
  // Of which no register has told the kind yet: it may be any of the others.
  group: "group",
};

export const named = ({ code, name }: Readonly<Membership>): string =>
  name === "" ? code : `${name} (${code})`;

/** A school's time in a group, for the end of a sentence. */
function spell(school: string, { from, to }: Readonly<Membership>, today: string): string {
  if (to !== null) return `${school} until ${to}`;
  return from !== null && from > today ? `${school} from ${from}` : school;
}

/** How two schools share a group, in one sentence. */
export function sharing({ today }: Pair, { tie, asking, home }: SharedGroup): string {
  const group = `${wordOf[tie]} ${named(home.name === "" ? asking : home)}`;
  const spells = [
    spell("the asking school", asking, today),
    spell("the practitioner's school", home, today),
  ] as const;
  const areNow = [asking, home].every(({ from, to }) => to === null && (from === null || from <= today));
  if (areNow) return `Both schools belong to ${group}.`;
  return `Both schools are, were or will be in ${group}: ${spells[0]}, ${spells[1]}.`;
}

/** The memberships by which the asking school shares groups with another. */
export const membershipsIn = (
  groups: readonly SharedGroup[],
  askingId: SchoolId,
  otherId: SchoolId,
): readonly Evidence[] =>
  groups.flatMap(({ asking, home }) =>
    [
      { of: askingId, membership: asking },
      { of: otherId, membership: home },
    ].map(({ of, membership }) => ({
      record: "membership" as const,
      of,
      what: `${membership.kind} ${named(membership)}`,
      from: membership.from,
      to: membership.to,
    })),
  );

/** The memberships by which the two schools of a pair share groups of one tie. */
export const memberships = (pair: Pair, tie: Tie): readonly Evidence[] =>
  membershipsIn(groupsOf(pair, tie), pair.requestSchool.id, pair.homeSchool.id);

/** A rule against a match within one group, by how those whom it refuses are described and who could come without it. */
const forbidding = (tie: Tie, refused: string, without: string): HardRule => ({
  name: `same-${tie}`,
  overridable: true,
  isOwn: true,
  refused,
  without,
  refuses: ({ sharedGroups }) => sharedGroups.some((each) => each.tie === tie),
  why: (pair) =>
    groupsOf(pair, tie)
      .map((shared) => sharing(pair, shared))
      .join(" "),
  evidence: (pair) => memberships(pair, tie),
  causes: (pair) => groupsOf(pair, tie).map(({ home }) => `group ${home.code}`),
});

export const sameTrust = forbidding("trust", "in the same trust", "People from the same trust");
export const sameFederation = forbidding(
  "federation",
  "in the same federation",
  "People from the same federation",
);
export const sameFoundation = forbidding(
  "foundation",
  "in the same foundation trust",
  "People from the same foundation trust",
);
export const sameUmbrella = forbidding(
  "umbrella",
  "in the same umbrella trust",
  "People from the same umbrella trust",
);
export const sameGroup = forbidding(
  "group",
  "in a group with the school of which the kind is not known",
  "People from a group that both schools are in",
);

export const groupRules: readonly HardRule[] = [
  sameTrust,
  sameFederation,
  sameFoundation,
  sameUmbrella,
  sameGroup,
];

/** Every tie that forbids a match; the others are told beside it. */
export const forbiddingTies: readonly Tie[] = ["trust", "federation", "foundation", "umbrella", "group"];
