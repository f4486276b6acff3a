import type { RunMetrics } from "../../shared/domain/runs/runMetrics.ts";
import type { MatchResult } from "../../shared/matching/explain/result.ts";
import { points, pointsOrNone } from "./points.ts";

interface YearResult {
  readonly academicYear: string;
  readonly result: MatchResult;
}

/** The engine's metrics of one academic year as the broker reads them: fits in points, shares out of one. */
export function metricsRow({ academicYear, result }: YearResult): RunMetrics {
  const { metrics, objective, certificate, fairness } = result;
  return {
    academicYear,
    slotsWanted: metrics.slotsWanted,
    slotsFilled: metrics.slotsFilled,
    filledByPriority: metrics.filledByPriority.map((each) => ({ ...each })),
    fit: {
      total: points(metrics.totalFit),
      worst: pointsOrNone(metrics.worstFit),
      lowerQuartile: pointsOrNone(metrics.lowerQuartileFit),
      median: pointsOrNone(metrics.medianFit),
      upperQuartile: pointsOrNone(metrics.upperQuartileFit),
      bands: [...metrics.fitBands],
    },
    distanceMetres: {
      mean: metrics.meanDistanceMetres,
      median: metrics.medianDistanceMetres,
      farthest: metrics.farthestMetres,
    },
    loadGini: metrics.loadGiniThousandths / 1000,
    topFiveShare: metrics.topFiveShareThousandths / 1000,
    blockingPairs: metrics.blockingPairs,
    feasiblePairs: metrics.feasiblePairs,
    components: metrics.components,
    objective: { ...objective },
    bound: { ...certificate.bound },
    isOptimal: certificate.optimal,
    fairness: {
      mode: fairness.mode,
      lossInFit: points(fairness.lossInFit),
      proven: fairness.proven,
      placesProven: fairness.placesProven,
      worstAtMost: pointsOrNone(fairness.worstAtMost),
      graded: fairness.graded,
    },
  };
}
