import type { Phase } from "../../../shared/domain/vocabulary.ts";
import { codes } from "../../../shared/registers/taxonomy.ts";
import { chanceOf, type Weighted } from "./chance.ts";

/** How often each family of expertise is asked for: planning assumptions, not findings. */
const familyShares: Readonly<Record<string, number>> = {
  CT: 26,
  IN: 18,
  LG: 14,
  PA: 14,
  BA: 12,
  EY: 8,
  WF: 6,
  BS: 8,
  PW: 4,
  DA: 2,
};

/** How much oftener a family's first code is asked for than its second, third and so on: rank to this power. */
const demandSkew = 1.4;
/** People offer what is asked for, only more evenly. */
const offerEvenness = 0.8;

/** Codes without siblings that schools ask for and of which some areas have nobody. */
const rareCodes = ["PW-03", "LG-09", "CT-22", "BS-DP1", "WF-08"];
const codesNobodyClaims = 3;

const earlyCodes = new Set(["EY-01", "EY-02", "EY-03", "EY-04"]);
const primaryCodes = new Set(["CT-03", "CT-05", "CT-07", "EY-05"]);
const olderCodes = new Set(["CT-17", "CT-21", "CT-22", "CT-23", "EY-06", "PA-15"]);

/** Whether a need of that code makes sense where these phases are taught. */
export function fitsPhases(code: string, phases: readonly Phase[]): boolean {
  if (earlyCodes.has(code)) return phases.includes("early-years");
  if (primaryCodes.has(code)) return phases.includes("primary") || phases.includes("early-years");
  if (olderCodes.has(code)) return phases.includes("secondary") || phases.includes("post-16");
  return true;
}

/** What an area asks for and what its people offer, by code. */
export interface Demand {
  readonly asked: Weighted<string>;
  readonly offered: Weighted<string>;
  /** Asked for, and offered by nobody. */
  readonly nobodyClaims: readonly string[];
}

/** A skewed demand: a few codes of each family take most of it, and people offer somewhat more evenly. */
export function demandOf(seed: number): Demand {
  const random = chanceOf(seed, "demand");
  const nobodyClaims = random.shuffled(rareCodes).slice(0, codesNobodyClaims);
  const byFamily = Map.groupBy(random.shuffled(codes), ({ family }) => family);
  const asked = [...byFamily].flatMap(([family, members]) => {
    const zipf = members.map((_, rank) => (rank + 1) ** -demandSkew);
    const whole = zipf.reduce((sum, share) => sum + share, 0);
    return members.map(
      ({ code }, rank) => [code, ((familyShares[family] ?? 1) * (zipf[rank] ?? 0)) / whole] as const,
    );
  });
  const offered = asked
    .filter(([code]) => !nobodyClaims.includes(code))
    .map(([code, weight]) => [code, weight ** offerEvenness] as const);
  return { asked, offered, nobodyClaims };
}
