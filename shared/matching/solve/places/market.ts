import { startsOf, whole } from "../../problem/cells.ts";
import type { Problem } from "../../problem/problem.ts";

/**
 * Some pairs of a problem, with requests and practitioners numbered so that neighbours lie near each other
 * in memory. Pairs of request `i` are `start[i]` up to `end[i]`, those worth most first.
 */
export interface Market {
  /** Place in the problem of each request, practitioner and pair. */
  readonly request: Int32Array;
  readonly practitioner: Int32Array;
  readonly pair: Int32Array;
  readonly wanted: Int32Array;
  readonly start: Int32Array;
  readonly end: Int32Array;
  readonly person: Int32Array;
  readonly worth: Float64Array;
  readonly owner: Int32Array;
  /** Pairs of practitioner `j` are `back[backStart[j]]` up to `back[backEnd[j]]`, with what a search reads of them beside it. */
  readonly backStart: Int32Array;
  readonly backEnd: Int32Array;
  readonly back: Int32Array;
  readonly backOwner: Int32Array;
  readonly backWorth: Float64Array;
  readonly slotStart: Int32Array;
  readonly slotEnd: Int32Array;
  readonly slotCost: Float64Array;
}

/** Pairs of each request in the order of their weight, best first; equal ones as they stand. */
export function bestFirst(problem: Problem): Int32Array {
  const { start, weight } = problem;
  const order = new Int32Array(weight.length);
  for (let e = 0; e < order.length; e++) order[e] = e;
  for (let i = 0; i < problem.requestCount; i++) {
    const [from, to] = [whole(start, i), whole(start, i + 1)];
    let sorted = true;
    for (let e = from + 1; e < to && sorted; e++) sorted = (weight[e - 1] ?? 0) >= (weight[e] ?? 0);
    if (!sorted) order.subarray(from, to).sort((a, b) => (weight[b] ?? 0) - (weight[a] ?? 0) || a - b);
  }
  return order;
}

type Pairs = Pick<Market, "person" | "owner" | "worth">;

/** Sorts pairs by practitioner; searches run along a practitioner's pairs, so what they read stands together. */
export function backwards({ person, owner, worth }: Pairs, personCount: number) {
  const backStart = new Int32Array(personCount + 1);
  for (let e = 0; e < person.length; e++) {
    const j = person[e] ?? 0;
    backStart[j + 1] = (backStart[j + 1] ?? 0) + 1;
  }
  for (let j = 0; j < personCount; j++) backStart[j + 1] = (backStart[j + 1] ?? 0) + (backStart[j] ?? 0);
  const next = backStart.slice(0, personCount);
  const [back, backOwner] = [new Int32Array(person.length), new Int32Array(person.length)];
  const backWorth = new Float64Array(person.length);
  for (let e = 0; e < person.length; e++) {
    const j = person[e] ?? 0;
    const at = next[j] ?? 0;
    back[at] = e;
    backOwner[at] = owner[e] ?? 0;
    backWorth[at] = worth[e] ?? 0;
    next[j] = at + 1;
  }
  return { backStart, backEnd: backStart.subarray(1), back, backOwner, backWorth };
}

export interface Stock {
  readonly problem: Problem;
  /** Pairs of each request, best first. */
  readonly ranked: Int32Array;
  /** 1 for each pair that comes to the market. */
  readonly chosen: Uint8Array;
  /** Requests in the order in which the market is to number them. */
  readonly order: Int32Array;
}

/** Sets up a market from the chosen pairs; practitioners are numbered as they first appear. */
export function marketOf({ problem, ranked, chosen, order }: Stock): Market {
  let count = 0;
  for (let e = 0; e < chosen.length; e++) count += chosen[e] ?? 0;
  const place = new Int32Array(problem.practitionerCount).fill(-1);
  const practitioner = new Int32Array(problem.practitionerCount);
  const [pair, person, owner] = [new Int32Array(count), new Int32Array(count), new Int32Array(count)];
  const worth = new Float64Array(count);
  const start = new Int32Array(order.length + 1);
  let [at, people] = [0, 0];
  for (let x = 0; x < order.length; x++) {
    const i = order[x] ?? 0;
    const end = problem.start[i + 1] ?? 0;
    for (let r = problem.start[i] ?? 0; r < end; r++) {
      const e = ranked[r] ?? 0;
      if (chosen[e] !== 1) continue;
      const j = problem.practitioner[e] ?? 0;
      let to = place[j] ?? 0;
      if (to < 0) {
        place[j] = to = people;
        practitioner[people++] = j;
      }
      pair[at] = e;
      person[at] = to;
      owner[at] = x;
      worth[at++] = problem.weight[e] ?? 0;
    }
    start[x + 1] = at;
  }
  return {
    request: order,
    practitioner: practitioner.subarray(0, people),
    pair,
    wanted: order.map((i) => problem.wanted[i] ?? 0),
    start,
    end: start.subarray(1),
    person,
    worth,
    owner,
    ...backwards({ person, owner, worth }, people),
    ...slotsOf(problem, practitioner.subarray(0, people)),
  };
}

function slotsOf(problem: Problem, people: Int32Array): Pick<Market, "slotStart" | "slotEnd" | "slotCost"> {
  const counts = people.map((j) => whole(problem.slotStart, j + 1) - whole(problem.slotStart, j));
  const slotStart = startsOf(counts);
  const slotCost = new Float64Array(whole(slotStart, people.length));
  people.forEach((j, x) => {
    for (let s = whole(slotStart, x); s < whole(slotStart, x + 1); s++)
      slotCost[s] = problem.slotCost[whole(problem.slotStart, j) + s - whole(slotStart, x)] ?? 0;
  });
  return { slotStart, slotEnd: slotStart.subarray(1), slotCost };
}
