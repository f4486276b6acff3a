import { addTo, mark, whole } from "../problem/cells.ts";
import type { Encoded } from "../problem/encode.ts";
import type { Pinned } from "../problem/pins.ts";
import { requestOfPairs } from "../problem/problem.ts";
import type { Roster } from "../facts/roster.ts";
import type { Solution } from "../solve/solution.ts";

/** A solved run: what is held by whom, and what is left, for those who explain it. */
export interface Solved {
  readonly roster: Roster;
  readonly pinned: Pinned;
  readonly encoded: Encoded;
  readonly solution: Solution;
  /** Prices of requests from which on nobody who was left out as a candidate can raise the bound; below all where nobody was. */
  readonly leastProving: Float64Array;
  readonly requestOfPair: Int32Array;
  /** Places and half-days left to each practitioner after the run. */
  readonly slotsFree: Int32Array;
  readonly halfDaysFree: Int32Array;
  /** People still wanted by each request after the run. */
  readonly unfilled: Int32Array;
  /** Places left in each group of one school on one request. */
  readonly groupFree: Int32Array;
  /** Pairs that each practitioner holds, pins aside, and how many of these places are work that they are owed. */
  readonly heldBy: readonly (readonly number[])[];
  readonly owedTo: Int32Array;
  /** Requests that each practitioner is proposed for, pins included, by place of practitioner. */
  readonly requestsOf: readonly (readonly number[])[];
  /** Practitioners proposed for each request, by place of request, those pinned before all others. */
  readonly peopleOf: readonly (readonly number[])[];
}

/** Practitioners whom the run chose for a request: those proposed, pins aside. */
export const chosenFor = ({ pinned, peopleOf }: Solved, request: number): readonly number[] =>
  (peopleOf[request] ?? []).slice(pinned.peopleOf.get(request)?.length ?? 0);

/** Whether somebody has a place and so many half days left beside all that the run proposes to them. */
export const isFreeFor = ({ slotsFree, halfDaysFree }: Solved, person: number, halfDays: number): boolean =>
  whole(slotsFree, person) > 0 && whole(halfDaysFree, person) >= halfDays;

type SolvedFacts = Pick<Solved, "roster" | "pinned" | "encoded" | "solution" | "leastProving">;

/** Counts what an answer leaves free. */
export function standingOf(facts: SolvedFacts): Solved {
  const { roster, pinned, encoded, solution } = facts;
  const { problem } = encoded;
  const requestOfPair = requestOfPairs(problem);
  const [slotsFree, halfDaysFree] = [pinned.slotsLeft.slice(), pinned.halfDaysLeft.slice()];
  const [unfilled, groupFree] = [problem.wanted.slice(), problem.groupLimit.slice()];
  const requestsOf: number[][] = roster.practitioners.map(() => []);
  const heldBy: number[][] = requestsOf.map(() => []);
  const owedTo = new Int32Array(problem.practitionerCount);
  const peopleOf = roster.requests.map((_, i) => [...(pinned.peopleOf.get(i) ?? [])]);
  peopleOf.forEach((people, i) => people.forEach((j) => requestsOf[j]?.push(i)));
  for (let e = 0; e < problem.weight.length; e++) {
    if (mark(solution.taken, e) === 0) continue;
    const [i, j, g] = [whole(requestOfPair, e), whole(problem.practitioner, e), whole(problem.group, e)];
    addTo(slotsFree, j, -1);
    addTo(halfDaysFree, j, -whole(problem.need, e));
    addTo(unfilled, i, -1);
    if (g >= 0) addTo(groupFree, g, -1);
    const slot = whole(problem.slotStart, j) + (heldBy[j]?.length ?? 0);
    // An answer that fails its certificate may hold more than there are slots.
    if ((problem.slotCost[slot] ?? 0) < 0) addTo(owedTo, j, 1);
    heldBy[j]?.push(e);
    requestsOf[j]?.push(i);
    peopleOf[i]?.push(j);
  }
  const left = { slotsFree, halfDaysFree, unfilled, groupFree };
  return { ...facts, requestOfPair, ...left, heldBy, owedTo, requestsOf, peopleOf };
}
