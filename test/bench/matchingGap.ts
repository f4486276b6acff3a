// Generalised assignment: the gap to the proven bound within some seconds of the processor, on instances made up as the
// literature makes up its classes C, D and E.
import { readGapText } from "../../shared/matching/instances/gapText.ts";
import { solveGap } from "../../shared/matching/instances/solveGap.ts";
import { type Draws, drawsFrom } from "./instances/seededDraws.ts";
import { processorMilliseconds } from "./processorTime.ts";

export const gapHead = ["class", "practitioners", "requests", "cost", "bound", "gap %", "ms", "certified"];

const classes = ["C", "D", "E"] as const;
type Class = (typeof classes)[number];
const sizes = [
  { people: 20, requests: 100 },
  { people: 20, requests: 400 },
] as const;

/** Draws what one pair consumes and costs; in D and E heavy pairs are the cheap ones. */
function pairOf(kind: Class, { next, below }: Draws): { cost: number; consumption: number } {
  if (kind === "C") return { consumption: 5 + below(21), cost: 10 + below(41) };
  if (kind === "D") {
    const consumption = 1 + below(100);
    return { consumption, cost: 111 - consumption + below(21) - 10 };
  }
  const consumption = Math.ceil(1 - 10 * Math.log(1 - next()));
  return { consumption, cost: Math.max(1, Math.round(1000 / consumption - 10 * next())) };
}

/** Writes a `.gap` text; each practitioner has 0.8 of an even share of what all pairs with them would consume. */
function gapText(kind: Class, { people, requests }: (typeof sizes)[number], seed: number): string {
  const draws = drawsFrom(seed);
  const consumed = new Float64Array(people);
  const pairs: string[] = [];
  for (let i = 0; i < requests; i++)
    for (let j = 0; j < people; j++) {
      const { cost, consumption } = pairOf(kind, draws);
      consumed[j] = (consumed[j] ?? 0) + consumption;
      pairs.push(`e ${i} ${j} ${cost} ${consumption}`);
    }
  const capacities = Array.from(consumed, (sum) => `u ${Math.floor((0.8 * sum) / people)}`);
  return [`p gap ${requests} ${people}`, ...capacities, ...pairs].join("\n");
}

/** Solves one instance of each class and size within so many seconds of the processor, certifying counted in `ms`. */
export function gapRows(seconds: number, seed: number): string[][] {
  return sizes.flatMap((size) =>
    classes.map((kind) => {
      const reading = readGapText(gapText(kind, size, seed));
      if (reading.kind === "unreadable") throw new Error(`${reading.where} ${reading.message}`);
      const began = processorMilliseconds();
      const spent = (): number => (processorMilliseconds() - began) / (1000 * seconds);
      const found = solveGap(reading.instance, { rounds: Infinity, spent, cases: 2000 });
      if (found.kind === "too-large") throw new Error(`${found.where} ${found.message}`);
      return [
        kind,
        String(size.people),
        String(size.requests),
        String(found.objective ?? "none found"),
        String(found.bound ?? "none"),
        found.gap === null ? "-" : (100 * found.gap).toFixed(3),
        (processorMilliseconds() - began).toFixed(0),
        found.certified ? "yes" : "NO",
      ];
    }),
  );
}
