import { modeBit, phaseBit } from "../facts/columns.ts";
import type { FitWeights, MatchRequest } from "../facts/facts.ts";
import { weightsFor } from "../facts/policy.ts";
import { basisPoints, phasePer1000, workingStylePer1000 } from "../fit/fit.ts";
import { exact, reusedCells, whole } from "../problem/cells.ts";
import { type Crowd, crowdsOf, never } from "./crowd.ts";
import { type Field, requestAt } from "./field.ts";
import { inNumbers, numbersWide, type Rows, traits } from "./people.ts";
import { type Ranked, ranking } from "./ranked.ts";

/** Those who could serve one kind of request: of one code, phase, mode and set of weights. */
export interface Kind {
  /** The rows of all who claim the code. */
  readonly rows: Rows;
  readonly ranked: Ranked;
  /** Those to whom the run owes places stand by themselves. */
  readonly owed: readonly number[];
  /** The most that anybody could be worth but for distance, context and other codes; `never` for who cannot serve. */
  readonly mostOf: (place: number) => number;
}

/** Whether somebody must travel to a place that is known. */
function isTravelled({ schools, asking }: Field, { mode }: MatchRequest, at: number): boolean {
  const school = whole(asking, at);
  return mode !== "remote" && exact(schools.eastMetres, school) + exact(schools.northMetres, school) >= 0;
}

/** Requests of one kind have one name, and those of one code follow each other in the order of these names. */
export function kindName(field: Field, at: number): string {
  const request = requestAt(field.roster, at);
  const { codes, phase, mode, routePolicy } = request;
  const weights = routePolicy in field.roster.input.policy.weightsByRoute ? routePolicy : "";
  return `${codes.primary} ${phase} ${mode} ${weights} ${codes.secondary.length > 0} ${isTravelled(field, request, at)}`;
}

/** What those of a kind earn by their traits, by phase and mode; `never` for those who lack what it needs. */
function earnedBy(weights: FitWeights, request: MatchRequest): (bits: number) => number {
  const needed = (phaseBit(request.phase) << traits.phases) | (modeBit(request.mode) << traits.serves);
  const home = phaseBit(request.phase) << traits.homePhases;
  const choice = modeBit(request.mode) << traits.modes;
  return (bits) =>
    (bits & needed) !== needed
      ? never
      : basisPoints(weights.phase, phasePer1000(true, (bits & home) !== 0)) +
        basisPoints(weights.workingStyle, workingStylePer1000((bits & choice) !== 0));
}

/** Finds those of a crowd who could serve, those owed places apart. */
function servingIn() {
  const [membersRoom, mostRoom] = [reusedCells(), reusedCells()];
  return ({ people, runs }: Crowd, everywhere: Int32Array, earned: (bits: number) => number) => {
    const [members, most] = [membersRoom(people.length), mostRoom(people.length)];
    const owed: number[] = [];
    let count = 0;
    for (const { traits: bits, from, to } of runs) {
      const byTraits = earned(bits);
      if (byTraits === never) continue;
      const isOwed = (bits & traits.isOwed) !== 0;
      for (let at = from; at < to; at++) {
        const anyhow = whole(everywhere, at);
        if (anyhow === never) continue;
        if (isOwed) owed.push(whole(people, at));
        else {
          members[count] = at;
          most[count++] = anyhow + byTraits;
        }
      }
    }
    return { serving: { members: members.subarray(0, count), most: most.subarray(0, count) }, owed };
  };
}

/**
 * Lays the kind of a request out, which is good until the next one is; the last crowd is kept, so that kinds of one
 * code should come together.
 */
export function kindsOf(field: Field): (ask: number) => Kind {
  const [crowdFor, serve, rank] = [crowdsOf(field), servingIn(), ranking()];
  const { numbers } = field.people;
  let [code, crowd]: [string | null, Crowd | null] = [null, null];
  return (ask) => {
    const request = requestAt(field.roster, ask);
    const { primary, secondary } = request.codes;
    if (code !== primary || crowd === null) [code, crowd] = [primary, crowdFor(primary)];
    const weights = weightsFor(field.roster.input.policy, request);
    const everywhere = crowd.everywhere(weights, secondary.length > 0);
    const earned = earnedBy(weights, request);
    const { serving, owed } = serve(crowd, everywhere.earned, earned);
    const asked = field.index.numberOf(primary);
    const mostOf = (place: number): number => {
      const claim = field.index.worthOf(asked, place);
      const row = place * numbersWide;
      const byTraits = earned(whole(numbers, row + inNumbers.traits));
      if (claim < 0 || byTraits === never) return never;
      return byTraits + everywhere.earnedBy(claim, numbers, row);
    };
    return {
      rows: crowd.rows,
      ranked: rank(serving, crowd, isTravelled(field, request, ask) ? field.squares.count : 0),
      owed,
      mostOf,
    };
  };
}
