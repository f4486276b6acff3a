import type { MatchMetrics, Proposal } from "./result.ts";
import type { Roster } from "../facts/roster.ts";

/** Gini coefficient of whole numbers in thousandths: 0 when all are equal. */
export function giniThousandths(loads: readonly number[]): number {
  const sorted = loads.toSorted((a, b) => a - b);
  const total = sorted.reduce((sum, load) => sum + load, 0);
  if (total === 0) return 0;
  const ranked = sorted.reduce((sum, load, rank) => sum + (2 * (rank + 1) - sorted.length - 1) * load, 0);
  return Math.floor((1000 * ranked) / (sorted.length * total));
}

const median = (sorted: readonly number[]): number | null =>
  sorted[Math.floor((sorted.length - 1) / 2)] ?? null;

const share = (part: number, all: number): number => (all === 0 ? 0 : Math.floor((1000 * part) / all));

/** Measures a run by its proposals. */
export function metricsOf(
  roster: Roster,
  proposals: readonly Proposal[],
  size: Pick<MatchMetrics, "feasiblePairs" | "components">,
): MatchMetrics {
  const priorityOf = new Map(roster.requests.map(({ id, priority }) => [id, priority]));
  const slotsWanted = roster.requests.reduce((sum, { people }) => sum + people, 0);
  const fits = proposals.map(({ fit }) => fit).toSorted((a, b) => a - b);
  const newLoad = new Map<string, number>();
  for (const { personId } of proposals) newLoad.set(personId, (newLoad.get(personId) ?? 0) + 1);
  const loads = roster.practitioners.map(({ id, loadSlots }) => loadSlots + (newLoad.get(id) ?? 0));
  const busiest = Array.from(newLoad.values()).toSorted((a, b) => b - a);
  const distances = proposals.flatMap(({ distanceMetres }) =>
    distanceMetres === null ? [] : [distanceMetres],
  );
  return {
    slotsWanted,
    slotsFilled: proposals.length,
    filledByPriority: [4, 3, 2, 1].map((priority) => ({
      priority,
      wanted: roster.requests.reduce((sum, row) => sum + (row.priority === priority ? row.people : 0), 0),
      filled: proposals.filter(({ requestId }) => priorityOf.get(requestId) === priority).length,
    })),
    totalFit: fits.reduce((sum, fit) => sum + fit, 0),
    worstFit: fits[0] ?? null,
    medianFit: median(fits),
    loadGiniThousandths: giniThousandths(loads),
    topFiveShareThousandths: share(
      busiest.slice(0, 5).reduce((sum, load) => sum + load, 0),
      proposals.length,
    ),
    meanDistanceMetres:
      distances.length === 0
        ? null
        : Math.floor(distances.reduce((sum, metres) => sum + metres, 0) / distances.length),
    ...size,
  };
}
