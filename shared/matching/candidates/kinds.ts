import { basisPoints, phasePer1000, workingStylePer1000 } from "../fit/fit.ts";
import { lastOnce } from "../facts/once.ts";
import { whole } from "../problem/cells.ts";
import { anyhowBy, type Crowd, crowdsBy } from "./crowd.ts";
import type { ClaimIndex } from "./claims.ts";
import type { Ground } from "./field.ts";
import { never, type Points, pointsBy } from "./points.ts";
import { type Ranked, ranking } from "./ranked.ts";
import { inRequest, requestWide, weightsAt } from "./requestRows.ts";
import { inNumbers, numbersWide, traits } from "./rows.ts";
import { type Earning, mostEarned } from "./serving.ts";

/** Those who could serve one kind of request: of one code, phase, mode and set of weights. */
export interface Kind {
  readonly crowd: Crowd;
  readonly ranked: Ranked;
  readonly points: Points;
  /** What the claim of the person at that place is worth out of 1,000, -1 for who claims nothing near enough. */
  readonly claimOf: (person: number) => number;
  /** The most that they could be worth, with such a claim, but for the place and other codes; `never` for who cannot serve. */
  readonly mostOf: (person: number, claim: number) => number;
}

const bitNumber = (bit: number): number => 31 - Math.clz32(bit);

/** What those of a kind earn by their traits, by the bits of the phase and the mode. */
function earningOf({ weights }: Points, phase: number, mode: number): Earning {
  const byHome = (is: boolean): number => basisPoints(weights.phase, phasePer1000(true, is));
  const byChoice = (is: boolean): number => basisPoints(weights.workingStyle, workingStylePer1000(is));
  return {
    needed: (phase << traits.phases) | (mode << traits.serves),
    first: bitNumber(phase) + traits.homePhases,
    second: bitNumber(mode) + traits.modes,
    cases: Int32Array.of(
      byHome(false) + byChoice(false),
      byHome(true) + byChoice(false),
      byHome(false) + byChoice(true),
      byHome(true) + byChoice(true),
    ),
  };
}

/**
 * Lays the kind of a request out, which is good until one of another kind is asked for; the last crowd and who of it
 * claims the last code are kept, so that kinds of one key and code should come together.
 */
export function kindsOf(ground: Ground, index: ClaimIndex): (request: number) => Kind {
  const [crowdOf, rank, pointsFor] = [crowdsBy(ground, index), ranking(), pointsBy(ground.classes)];
  const { people, requests, squares, claims } = ground;
  const { numbers } = people;
  const told = (request: number, which: number): number =>
    whole(requests.rows, request * requestWide + which);
  const crowdFor = lastOnce(crowdOf);
  const claimantsFor = lastOnce((code: number) => crowdFor(whole(claims.keys, code)).beside(code));

  const layOut = (request: number): Kind => {
    const points = pointsFor(weightsAt(requests, request), told(request, inRequest.hasOthers) === 1);
    const earning = earningOf(points, told(request, inRequest.phase), told(request, inRequest.mode));
    const [anyhow, code] = [anyhowBy(numbers, points), told(request, inRequest.code)];
    const [crowd, { claim, anyhow: earned }] = [crowdFor(whole(claims.keys, code)), claimantsFor(code)];
    const isTravelled = told(request, inRequest.isTravelled) === 1;
    return {
      crowd,
      points,
      ranked: rank(crowd, earning, {
        claim,
        anyhow: earned(points),
        squares: isTravelled ? squares.count : 0,
      }),
      claimOf: (person) => index.worthOf(index.nearTo(code), person),
      mostOf: (person, theirs) => {
        const row = person * numbersWide;
        const most = mostEarned(earning, whole(numbers, row + inNumbers.traits));
        return theirs < 0 || most === never ? never : most + anyhow(theirs, row);
      },
    };
  };

  let last: { readonly kind: number; readonly laidOut: Kind } | null = null;
  return (request) => {
    const kind = told(request, inRequest.kind);
    if (last?.kind !== kind) last = { kind, laidOut: layOut(request) };
    return last.laidOut;
  };
}
