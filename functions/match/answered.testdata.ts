import { RunId } from "../../shared/domain/ids.ts";
import { madeUpArea } from "../../shared/matching/facts/madeUpArea.ts";
import { answerOf } from "./answer.ts";
import { matchYears } from "./matchYears.ts";

const runId = RunId.parse("run_00000001");

/** A made-up area and the rows that a run of it would publish. */
export const answered = (seed: number) => {
  const input = madeUpArea({ schools: 12, practitioners: 20, requests: 15, codes: 8, seed });
  const facts = { years: [{ academicYear: "2025-26", input }], leftOut: [], unfollowed: [], answers: [] };
  const matched = matchYears(facts);
  if (matched.kind === "failed") throw new Error(matched.failure);
  return { input, answer: answerOf(runId, facts, matched.years) };
};
