import highs from "highs";
import { diceFrom } from "../facts/madeUpArea.ts";
import type { Sheet } from "./files.arbitrary.ts";

/** How a medium instance is drawn. */
interface MediumExtent {
  readonly seed: number;
  readonly pairsPerRequest: number;
  readonly leastLoad: number;
}

/** An instance too large for every answer to be tried, in which places and days are short. */
export function mediumSheet({ seed, pairsPerRequest, leastLoad }: MediumExtent): Sheet {
  const dice = diceFrom(seed);
  const requests = Array.from({ length: 30 + dice.below(31) }, () => ({
    wanted: 1 + (dice.below(3) === 0 ? dice.below(3) : 0),
    days: 1 + dice.below(9),
    priority: 1 + dice.below(4),
  }));
  const people = Array.from({ length: 40 + dice.below(41) }, () => ({
    slots: dice.below(4),
    days: 2 + dice.below(14),
    leastLoad: dice.below(4) === 0 ? dice.below(leastLoad + 1) : 0,
  }));
  const pairs = requests.flatMap((_, request) => {
    const chosen = new Set(Array.from({ length: pairsPerRequest }, () => dice.below(people.length)));
    return Array.from(chosen, (person) => ({ request, person, score: 100 + dice.below(900) }));
  });
  return { scale: 1000, requests, people, pairs };
}

/** A sum of named whole numbers of variables, `4 x1 - 3 x2`, a term to the line as the format's reader likes it. */
const sum = (terms: readonly (readonly [number, string])[]): string =>
  terms.map(([factor, name]) => `${factor < 0 ? "-" : "+"} ${Math.abs(factor)} ${name}`).join("\n ");

/** More than all that a medium instance could be worth otherwise. */
const leastLoadUnit = 2_000_000;

/** The instance as a model of whole numbers: one variable for each pair, one for what somebody lacks of a least load. */
function modelOf({ requests, people, pairs }: Sheet, days: boolean, objectiveWeight: number): string {
  const worth = pairs.map(({ request, score }, e) => {
    const priority = requests[request]?.priority ?? 0;
    return [priority * objectiveWeight + score, `x${e}`] as const;
  });
  const owed = people.flatMap(({ leastLoad }, j) => (leastLoad > 0 ? [j] : []));
  const limited = (name: string, terms: readonly (readonly [number, string])[], most: number): string[] =>
    terms.length === 0 ? [] : [` ${name}: ${sum(terms)} <= ${most}`];
  const pairsOf = (key: "request" | "person", row: number) =>
    pairs.flatMap((pair, e) => (pair[key] === row ? [{ ...pair, name: `x${e}` }] : []));
  return [
    "Maximize",
    ` obj: ${sum([...worth, ...owed.map((j) => [-leastLoadUnit, `s${j}`] as const)])}`,
    "Subject To",
    ...requests.flatMap(({ wanted }, i) =>
      limited(
        `wanted${i}`,
        pairsOf("request", i).map(({ name }) => [1, name]),
        wanted,
      ),
    ),
    ...people.flatMap(({ slots }, j) =>
      limited(
        `slots${j}`,
        pairsOf("person", j).map(({ name }) => [1, name]),
        slots,
      ),
    ),
    ...people.flatMap((person, j) =>
      days
        ? limited(
            `days${j}`,
            pairsOf("person", j).map(({ name, request }) => [requests[request]?.days ?? 0, name]),
            person.days,
          )
        : [],
    ),
    ...owed.map(
      (j) =>
        ` least${j}: ${sum([...pairsOf("person", j).map(({ name }) => [1, name] as const), [1, `s${j}`]])} >= ${people[j]?.leastLoad}`,
    ),
    "Binary",
    ...pairs.map((_, e) => ` x${e}`),
    "End",
  ].join("\n");
}

export interface PeerAnswer {
  readonly objective: number;
  readonly leastLoadShort: number;
}

/** What the public solver of whole-number models says the best answer to an instance is worth. */
export async function bestOfPeer(
  sheet: Sheet,
  asked: { readonly days: boolean; readonly objectiveWeight: number },
): Promise<PeerAnswer> {
  // The package's types are those of its other form, which wraps the loader.
  const load = "default" in highs ? highs.default : highs;
  const solver = await load();
  const solution = solver.solve(modelOf(sheet, asked.days, asked.objectiveWeight), {
    output_flag: false,
    mip_rel_gap: 0,
    mip_abs_gap: 0.5,
  });
  if (solution.Status !== "Optimal") throw new Error(`The peer says ${solution.Status}`);
  const count = (name: string): number => Math.round(solution.Columns[name]?.Primal ?? 0);
  let [objective, leastLoadShort] = [0, 0];
  sheet.pairs.forEach(({ request, score }, e) => {
    objective += count(`x${e}`) * ((sheet.requests[request]?.priority ?? 0) * asked.objectiveWeight + score);
  });
  sheet.people.forEach((_, j) => (leastLoadShort += count(`s${j}`)));
  return { objective, leastLoadShort };
}
