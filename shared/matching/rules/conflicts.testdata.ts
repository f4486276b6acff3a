import type { MatchInput, MatchSchool, RuleOverride } from "../facts/facts.ts";
import { madeUpArea, schoolId } from "../facts/madeUpArea.ts";
import type { Pair } from "../facts/pair.ts";
import { rosterOf } from "../facts/roster.ts";
import { sameFederation, sameFoundation, sameGroup, sameTrust, sameUmbrella } from "./groupRules.ts";

export const groupRules = [sameTrust, sameFederation, sameFoundation, sameUmbrella, sameGroup];

const [area] = [madeUpArea({ schools: 2, practitioners: 1, requests: 1, codes: 1, seed: 1 })];

/** What is otherwise than with two schools that have nothing to do with each other. */
export interface Case {
  readonly today?: string;
  readonly until?: string;
  readonly months?: number;
  readonly asking?: Partial<MatchSchool>;
  readonly home?: Partial<MatchSchool>;
  readonly request?: Partial<MatchInput["requests"][number]>;
  readonly person?: Partial<MatchInput["practitioners"][number]>;
  readonly recentSupport?: MatchInput["recentSupport"];
  readonly overrides?: readonly RuleOverride[];
}

/** Somebody of school 1 beside a request of school 0, on the run of 2026-01-05 for work until 2026-03-27 unless told. */
export function pairOf({ today = "2026-01-05", until = "2026-03-27", months = 24, ...about }: Case): Pair {
  const [school, other, person, request] = [
    area.schools[0],
    area.schools[1],
    area.practitioners[0],
    area.requests[0],
  ];
  if (!school || !other || !person || !request) throw new Error("The area has two schools");
  const plain = { memberships: [], dioceseCode: null, concern: null };
  const window = { from: "2026-01-12", to: until };
  const asked = {
    ...request,
    mode: "on-site" as const,
    schoolId: schoolId(0),
    window,
    overrides: about.overrides ?? [],
    ...about.request,
  };
  const roster = rosterOf({
    ...area,
    policy: { ...area.policy, pastMembershipMonths: months, pastEmployerMonths: months },
    today,
    schools: [
      { ...school, ...plain, ...about.asking },
      { ...other, ...plain, ...about.home },
    ],
    practitioners: [
      { ...person, homeSchoolId: schoolId(1), formerEmployers: [], declaredInterests: [], ...about.person },
    ],
    requests: [asked],
    recentSupport: about.recentSupport ?? [],
  });
  return roster.pairsFor(asked)(0);
}
