import type { Membership } from "../../domain/schools/registerFacts.ts";
import type { IsoDate, MatchSchool } from "./facts.ts";
import { compared } from "./order.ts";

/** What two schools are to each other that are members of one group. */
export type Tie = "trust" | "federation" | "foundation" | "umbrella" | "sponsor" | "group";

/** Every kind of academy trust is one tie, so that a trust of which only the code is known meets itself. */
const tieOfKind: Readonly<Record<Membership["kind"], Tie>> = {
  "multi-academy-trust": "trust",
  "single-academy-trust": "trust",
  "secure-single-academy-trust": "trust",
  trust: "trust",
  federation: "federation",
  "foundation-trust": "foundation",
  "umbrella-trust": "umbrella",
  sponsor: "sponsor",
  unknown: "group",
};

/** A membership that may count in a run, by the group that it is of. */
export interface Bond {
  readonly tie: Tie;
  /** Tells the group from all others. */
  readonly group: string;
  readonly membership: Readonly<Membership>;
}

/** The same group in two schools. */
export interface SharedGroup {
  readonly tie: Tie;
  readonly asking: Readonly<Membership>;
  readonly home: Readonly<Membership>;
}

const never = "9999-12-31";

/** Of one group the membership that ends last comes last. */
const rankOf = ({ group, membership: { kind, name, from, to } }: Bond): string =>
  [group, to ?? never, from ?? "", kind, name].join(" ");

const byRank = (a: Bond, b: Bond): number => compared(rankOf(a), rankOf(b));

/** The memberships of a school that had not ended before a date, in one order whatever the order of its rows. */
export const bondsOf = ({ memberships }: MatchSchool, since: IsoDate): readonly Bond[] =>
  memberships
    .filter(({ to }) => to === null || to >= since)
    .map((membership) => {
      const tie = tieOfKind[membership.kind];
      return { tie, group: `${tie} ${membership.code}`, membership };
    })
    .toSorted(byRank);

/** Whether a membership has begun by a day; one without a first day always has. */
export const hasBegun = ({ from }: Pick<Membership, "from">, by: IsoDate): boolean =>
  from === null || from <= by;

const none: readonly SharedGroup[] = [];

/** Finds the groups that other schools share with an asking school, of memberships begun by a day. */
export function sharingWith(
  asking: readonly Bond[],
  by: IsoDate,
): (home: readonly Bond[]) => readonly SharedGroup[] {
  const groups = new Map<string, Bond>();
  for (const bond of asking) if (hasBegun(bond.membership, by)) groups.set(bond.group, bond);
  if (groups.size === 0) return () => none;
  return (home) => {
    let shared: SharedGroup[] | null = null;
    for (const { tie, group, membership } of home) {
      const bond = groups.get(group);
      if (bond === undefined || !hasBegun(membership, by)) continue;
      (shared ??= []).push({ tie, asking: bond.membership, home: membership });
    }
    return shared ?? none;
  };
}
