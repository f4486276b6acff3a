import { rotationLoss } from "../../shared/matching/runs/rotationLoss.ts";
import { isRefusal } from "../../shared/runtime/refusal.ts";
import type { Handler } from "../../shared/runtime/serve.ts";
import { points } from "../match/points.ts";
import { publishedYears } from "./publishedRun.ts";

export const weighRotation: Handler<"weighRotation"> = async ({ params }, { store }) => {
  const { runId } = params;
  const opened = await publishedYears(store, runId);
  if (isRefusal(opened)) return opened;
  const years = opened.map(({ academicYear, opened }) => {
    const { costPerLoad, lossInFit, proven } = rotationLoss(opened);
    return { academicYear, costPerLoad: points(costPerLoad), lossInFit: points(lossInFit), proven };
  });
  return { status: 200, body: { runId, years } };
};
