/** How good a run is, by figures of what it proposes. */
export interface MatchMetrics {
  readonly slotsWanted: number;
  readonly slotsFilled: number;
  readonly filledByPriority: readonly {
    readonly priority: number;
    readonly wanted: number;
    readonly filled: number;
  }[];
  readonly totalFit: number;
  readonly worstFit: number | null;
  readonly lowerQuartileFit: number | null;
  readonly medianFit: number | null;
  readonly upperQuartileFit: number | null;
  /** Proposals by tenth of the scale of fit, lowest first. */
  readonly fitBands: readonly number[];
  /** Gini coefficient of deployments held after the run, in thousandths. */
  readonly loadGiniThousandths: number;
  /** Share of the proposals that the five busiest people carry, in thousandths. */
  readonly topFiveShareThousandths: number;
  readonly meanDistanceMetres: number | null;
  readonly medianDistanceMetres: number | null;
  readonly farthestMetres: number | null;
  /** Feasible pairs that would both rather have each other than what they hold, by fit: see `blocking.ts`. */
  readonly blockingPairs: number;
  readonly feasiblePairs: number;
  readonly components: number;
}
