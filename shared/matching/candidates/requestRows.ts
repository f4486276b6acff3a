import type { FitWeights } from "../facts/policy.ts";
import { whole } from "../problem/cells.ts";
import type { Lists } from "./lists.ts";

/** Numbers in the row of a request, of which `inRequest` names some. */
export const requestWide = 16;
export const inRequest = {
  /** The number of the school that asks. */
  school: 0,
  /** The number of the code asked for. */
  code: 1,
  /** The window, as numbers that sort as its first and last date do, and as numbers of weekdays. */
  begins: 2,
  ends: 3,
  from: 4,
  to: 5,
  halfDays: 6,
  /** 1 where nobody need travel. */
  isRemote: 7,
  /** 1 where somebody must travel to a place that is known. */
  isTravelled: 8,
  /** The number of the weights that judge it. */
  weights: 9,
  /** Requests of one kind, of one code, phase, mode and set of weights, have one number, and those of one code follow each other. */
  kind: 10,
  /** The number of the designation that is required, -1 for none. */
  designation: 11,
  /** The bits of the phase and of the mode. */
  phase: 12,
  mode: 13,
  /** 1 where other codes are asked for beside the first. */
  hasOthers: 14,
  /** 1 where a broker set a rule aside for somebody. */
  hasNamed: 15,
} as const;

/** The requests of a run, by place in the roster. */
export interface Requests {
  readonly rows: Int32Array;
  readonly weights: readonly FitWeights[];
  /** The numbers of codes asked for beside the first. */
  readonly others: Lists;
  /**
   * Places of people who are not looked at: excluded ones, those who declined, who hold a place or are pinned, and
   * those for whom a broker set a rule aside, who are judged otherwise.
   */
  readonly refused: Lists;
  /** Places of people proposed by the last run. */
  readonly again: Lists;
}

/** The weights that judge a request. */
export function weightsAt({ rows, weights }: Requests, request: number): FitWeights {
  const found = weights[whole(rows, request * requestWide + inRequest.weights)];
  if (found === undefined) throw new RangeError(`No weights judge the request at place ${request}`);
  return found;
}
