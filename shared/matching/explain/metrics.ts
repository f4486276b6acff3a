import type { Roster } from "../facts/roster.ts";
import { blockingPairs } from "./blocking.ts";
import type { MatchMetrics } from "./matchMetrics.ts";
import type { Proposal } from "./result.ts";
import type { Solved } from "./standing.ts";

/** Gini coefficient of whole numbers in thousandths: 0 when all are equal. */
export function giniThousandths(loads: readonly number[]): number {
  const sorted = loads.toSorted((a, b) => a - b);
  const total = sorted.reduce((sum, load) => sum + load, 0);
  if (total === 0) return 0;
  const ranked = sorted.reduce((sum, load, rank) => sum + (2 * (rank + 1) - sorted.length - 1) * load, 0);
  return Math.floor((1000 * ranked) / (sorted.length * total));
}

/** The smallest value that at least `quarters` in four of the values do not pass; null of none. */
export const quartile = (sorted: readonly number[], quarters: 1 | 2 | 3): number | null =>
  sorted[Math.ceil((sorted.length * quarters) / 4) - 1] ?? null;

const share = (part: number, all: number): number => (all === 0 ? 0 : Math.floor((1000 * part) / all));

const bandWidth = 1000;

/** How many proposals have a fit in each tenth of the scale, lowest first; the highest tenth holds the full 10,000. */
function bandsOf(fits: readonly number[]): readonly number[] {
  const bands = Array.from({ length: 10 }, () => 0);
  for (const fit of fits) {
    const band = Math.min(9, Math.floor(fit / bandWidth));
    bands[band] = (bands[band] ?? 0) + 1;
  }
  return bands;
}

function fitMetrics(
  proposals: readonly Proposal[],
): Pick<
  MatchMetrics,
  "totalFit" | "worstFit" | "lowerQuartileFit" | "medianFit" | "upperQuartileFit" | "fitBands"
> {
  const fits = proposals.map(({ fit }) => fit).toSorted((a, b) => a - b);
  return {
    totalFit: fits.reduce((sum, fit) => sum + fit, 0),
    worstFit: fits[0] ?? null,
    lowerQuartileFit: quartile(fits, 1),
    medianFit: quartile(fits, 2),
    upperQuartileFit: quartile(fits, 3),
    fitBands: bandsOf(fits),
  };
}

function loadMetrics(
  roster: Roster,
  proposals: readonly Proposal[],
): Pick<MatchMetrics, "loadGiniThousandths" | "topFiveShareThousandths"> {
  const newLoad = new Map<string, number>();
  for (const { personId } of proposals) newLoad.set(personId, (newLoad.get(personId) ?? 0) + 1);
  const loads = roster.practitioners.map(({ id, loadSlots }) => loadSlots + (newLoad.get(id) ?? 0));
  const busiest = Array.from(newLoad.values()).toSorted((a, b) => b - a);
  const carried = busiest.slice(0, 5).reduce((sum, load) => sum + load, 0);
  return {
    loadGiniThousandths: giniThousandths(loads),
    topFiveShareThousandths: share(carried, proposals.length),
  };
}

function distanceMetrics(
  proposals: readonly Proposal[],
): Pick<MatchMetrics, "meanDistanceMetres" | "medianDistanceMetres" | "farthestMetres"> {
  const metres = proposals
    .flatMap(({ distanceMetres }) => (distanceMetres === null ? [] : [distanceMetres]))
    .toSorted((a, b) => a - b);
  const total = metres.reduce((sum, each) => sum + each, 0);
  return {
    meanDistanceMetres: metres.length === 0 ? null : Math.floor(total / metres.length),
    medianDistanceMetres: quartile(metres, 2),
    farthestMetres: metres.at(-1) ?? null,
  };
}

function priorityMetrics(
  roster: Roster,
  proposals: readonly Proposal[],
): Pick<MatchMetrics, "slotsWanted" | "slotsFilled" | "filledByPriority"> {
  const priorityOf = new Map(roster.requests.map(({ id, priority }) => [id, priority]));
  const [wanted, filled] = [new Map<number, number>(), new Map<number, number>()];
  for (const { priority, people } of roster.requests)
    wanted.set(priority, (wanted.get(priority) ?? 0) + people);
  for (const { requestId } of proposals) {
    const priority = priorityOf.get(requestId) ?? 0;
    filled.set(priority, (filled.get(priority) ?? 0) + 1);
  }
  return {
    slotsWanted: roster.requests.reduce((sum, { people }) => sum + people, 0),
    slotsFilled: proposals.length,
    filledByPriority: [4, 3, 2, 1].map((priority) => ({
      priority,
      wanted: wanted.get(priority) ?? 0,
      filled: filled.get(priority) ?? 0,
    })),
  };
}

/** Measures a run by its proposals. Quartiles are of the values themselves: nothing is averaged. */
export function metricsOf(solved: Solved, proposals: readonly Proposal[]): MatchMetrics {
  const { roster, encoded, solution } = solved;
  return {
    ...priorityMetrics(roster, proposals),
    ...fitMetrics(proposals),
    ...loadMetrics(roster, proposals),
    ...distanceMetrics(proposals),
    blockingPairs: blockingPairs(solved).length,
    feasiblePairs: encoded.problem.weight.length,
    components: solution.parts.length,
  };
}
