import type { ExpertiseNearness } from "../../domain/runs/matchingPolicy.ts";
import type { ExpertiseClaim } from "../facts/facts.ts";
import type { MatchPolicy } from "../facts/policy.ts";

const per1000: Readonly<Record<ExpertiseNearness, number>> = { exact: 1000, sibling: 500, family: 250 };
/** How near a code can be, the nearest first. */
export const nearestFirst: readonly ExpertiseNearness[] = ["exact", "sibling", "family"];
const levels = ["can-share", "can-coach", "can-lead-review"] as const;

/** Codes of a family that stand near enough for one to be asked in place of another. */
const siblingSets: readonly (readonly string[])[] = [
  ["CT-02", "CT-03", "CT-04", "CT-05", "CT-17"],
  ["CT-06", "CT-07"],
  ["CT-08", "CT-09"],
  ["CT-10", "CT-11", "CT-12", "CT-20"],
  ["CT-01", "CT-24"],
  ["LG-01", "LG-02", "LG-03"],
  ["LG-05", "LG-06", "LG-14"],
  ["LG-07", "LG-08"],
  ["PA-01", "PA-02", "PA-07"],
  ["PA-03", "PA-04", "PA-05", "PA-06"],
  ["EY-01", "EY-02", "EY-03", "EY-04"],
  ["IN-MLD", "IN-SLD", "IN-PMLD", "IN-SPLD"],
  ["IN-HI", "IN-VI", "IN-MSI", "IN-PD"],
  ["IN-ASD", "IN-SEMH", "IN-SLCN"],
  ["IN-13", "IN-14", "IN-15"],
  ["BA-01", "BA-03", "BA-10"],
  ["BA-02", "BA-09"],
  ["BA-04", "BA-05", "BA-06"],
  ["WF-01", "WF-02"],
];

const siblingKeys = new Map<string, string>(
  siblingSets.flatMap((set) => set.map((code): [string, string] => [code, set.join("+")])),
);

/** The family of a code: the text before the hyphen. */
export function familyOf(code: string): string {
  const hyphen = code.indexOf("-");
  return hyphen < 0 ? code : code.slice(0, hyphen);
}

/** What siblings share: a listed set, else the letters of a code like `BS-FIN2`, else the code; a leaf's is its code's. */
export function siblingKeyOf(codeOrLeaf: string): string {
  const [code = codeOrLeaf] = codeOrLeaf.split(".");
  const lettered = /^([A-Z]+-[A-Z]+)\d+$/.exec(code);
  return siblingKeys.get(code) ?? lettered?.[1] ?? code;
}

/** How near two codes are, or null when they share nothing. */
export function nearness(asked: string, claimed: string): ExpertiseNearness | null {
  if (asked === claimed) return "exact";
  if (familyOf(asked) !== familyOf(claimed)) return null;
  return siblingKeyOf(asked) === siblingKeyOf(claimed) ? "sibling" : "family";
}

/** The key under which everyone near enough to a code is indexed. */
export function keyAt(near: ExpertiseNearness, code: string): string {
  switch (near) {
    case "exact":
      return code;
    case "sibling":
      return siblingKeyOf(code);
    case "family":
      return familyOf(code);
  }
}

/** The claim that serves a code best, with what it is worth out of 1,000. */
export interface BestClaim {
  readonly claim: ExpertiseClaim;
  readonly near: ExpertiseNearness;
  readonly per1000: number;
}

/** By what and when claims are judged. */
export interface ClaimContext {
  readonly policy: MatchPolicy;
  /** The calendar year of the run. */
  readonly year: number;
}

/** What a claim so near to the code asked for is worth, out of 1,000. */
export function claimPer1000(claim: ExpertiseClaim, near: ExpertiseNearness, context: ClaimContext): number {
  const level = Math.floor((per1000[near] * context.policy.levelPercent[claim.level]) / 100);
  return isRecent(claim, context) ? level : Math.floor(level / 2);
}

/** Whether a claim was practised of late; one of which nobody says when counts as if it were. */
export const isRecent = (
  { lastPractisedYear: year }: Pick<ExpertiseClaim, "lastPractisedYear">,
  context: ClaimContext,
): boolean => year === null || context.year - year <= context.policy.recentPracticeYears;

/** Whether a code so near may still be proposed. */
export const nearEnough = (near: ExpertiseNearness, policy: MatchPolicy): boolean =>
  nearestFirst.indexOf(near) <= nearestFirst.indexOf(policy.nearestExpertise);

/** Whether a claim is of the lowest level that may be proposed, or above it. */
export const levelReached = (claim: ExpertiseClaim, policy: MatchPolicy): boolean =>
  levels.indexOf(claim.level) >= levels.indexOf(policy.minimumLevel);

/** The claim worth most for a code under the policy; ties go to the code that sorts first. */
export function bestClaim(
  code: string,
  claims: readonly ExpertiseClaim[],
  context: ClaimContext,
): BestClaim | null {
  let best: BestClaim | null = null;
  for (const claim of claims) {
    const near = nearness(code, claim.code);
    if (near === null || !nearEnough(near, context.policy) || !levelReached(claim, context.policy)) continue;
    const value = claimPer1000(claim, near, context);
    if (best === null || value > best.per1000 || (value === best.per1000 && claim.code < best.claim.code))
      best = { claim, near, per1000: value };
  }
  return best;
}

/** What claims are worth out of 1,000: the primary code's seven tenths, the secondary codes' the rest. */
export function expertisePer1000(
  primary: BestClaim | null,
  secondary: readonly (BestClaim | null)[],
): number {
  const first = primary?.per1000 ?? 0;
  return secondary.length === 0
    ? first
    : besideOthers(
        first,
        secondary.reduce((sum, claim) => sum + (claim?.per1000 ?? 0), 0),
        secondary.length,
      );
}

/** The primary code's worth with that of the secondary codes, given as the sum over so many. */
export const besideOthers = (first: number, others: number, codes: number): number =>
  Math.floor((first * 7 + Math.floor(others / codes) * 3) / 10);
