import type { Problem } from "../../problem/problem.ts";
import { type DayAnswer, type DayGround, emptyAnswer } from "../days/dayAnswer.ts";
import { improveByDayChains } from "../days/dayChains.ts";
import type { Dive } from "../days/dayDive.ts";
import type { DayMarket } from "../days/dayMarket.ts";
import { narrowed } from "../days/dayNarrowing.ts";
import { improveRegions } from "../days/dayRegions.ts";
import { dived, takeOver } from "../days/dayTries.ts";
import { groupKeeper } from "./keptGroups.ts";

/** Pairs that earn so much less than nothing rest; all lengths are shares of the room below the first tier. */
const [slack, chainSlack] = [0.3, 0.05] as const;
/** People who choose anew together. */
const regionPeople = 30;
/** Moves that may be tried for each open place after a dive, and after regions. */
const [fewMoves, manyMoves] = [50, 500] as const;

/** How a dive moves prices. */
export type Pace = Pick<Dive, "length" | "steps" | "share">;

/** An answer that each try makes better, or leaves as it is. Prices are those of the whole market. */
export interface SizedSearch {
  readonly dive: (price: Float64Array, pace: Pace) => void;
  /** Has regions where something is missing choose anew, prices moving by `length` at first. */
  readonly chooseAnew: (price: Float64Array, length: number) => void;
  readonly objective: () => bigint;
  /** 1 for each pair of the whole market that is taken. */
  readonly taken: () => Uint8Array;
}

interface Begin {
  /** Pairs that look hopeless at these prices are left out. */
  readonly price: Float64Array;
  readonly room: number;
  readonly mayGoOn: () => boolean;
}

/** A copy of an answer. */
function copyOf({ market, rows }: DayGround, { taken }: DayAnswer): DayAnswer {
  const copy = emptyAnswer(market, rows);
  for (let x = 0; x < taken.length; x++) if (taken[x] === 1) copy.add(x);
  return copy;
}

/** Opens a search with nothing taken yet. */
export function searchFrom(problem: Problem, whole: DayMarket, begin: Begin): SizedSearch {
  const { room, mayGoOn } = begin;
  const ground = narrowed(whole, { price: begin.price, slack: slack * room });
  const { market, rows, priceFrom } = ground;
  const answer = emptyAnswer(market, rows);
  let objective = 0n;
  const pairOf = (x: number): number => whole.origin[market.origin[x] ?? 0] ?? 0;
  const keepGroups = groupKeeper(market, {
    group: Int32Array.from({ length: market.request.length }, (_, x) => problem.group[pairOf(x)] ?? -1),
    limit: problem.groupLimit,
  });

  /** Improves a try by chains within the limits of groups, and takes over what is better in it. */
  const settle = (next: DayAnswer, price: Float64Array, moves: number): void => {
    const chains = { depth: 12, moves, slack: chainSlack * room, price, mayGoOn };
    do improveByDayChains(ground, next, chains);
    while (keepGroups(next, answer));
    objective += takeOver(ground, answer, next);
  };

  return {
    dive: (all, pace) => {
      const price = priceFrom(all);
      settle(dived(ground, { ...pace, price, slack: slack * room, mayGoOn }), price, fewMoves);
    },
    chooseAnew: (all, length) => {
      const price = priceFrom(all);
      const next = copyOf(ground, answer);
      improveRegions(ground, next, { price, people: regionPeople, length, slack: slack * room, mayGoOn });
      settle(next, price, manyMoves);
    },
    objective: () => objective,
    taken: () => ground.lifted(answer.taken),
  };
}
