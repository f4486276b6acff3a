import * as z from "zod";
import { Evidence } from "../runs/explanation.ts";

/** As much as is kept of a conflict. */
export const conflictMost = { why: 300, evidence: 20, causes: 41 } as const;

/** A rule that refuses a pair, in a sentence and by the records that made it fire. */
export const Conflict = z.object({
  rule: z.string().max(60),
  why: z.string().max(conflictMost.why),
  evidence: z.array(Evidence).max(conflictMost.evidence).default([]),
  causes: z
    .array(z.string().max(120))
    .max(conflictMost.causes)
    .default([])
    .describe(
      "What the rule refuses for: the home school, and such as a group. Only another is asked about again",
    ),
});
export type Conflict = z.infer<typeof Conflict>;

/** Whether a broker was asked about a conflict before: the same rule, for nothing that was not told then. */
export const wasTold = (told: readonly Conflict[], { rule, causes }: Conflict): boolean =>
  told.some((each) => each.rule === rule && causes.every((cause) => each.causes.includes(cause)));

/** What a conflict is about beside the home school: each cause, or the rule alone where it names none. */
const matterOf = ({ causes }: Conflict): readonly string[] =>
  causes.filter((cause) => !cause.startsWith("school "));

/** Whether something of a conflict that was told still stands among those found now. */
export function stands(told: Conflict, found: readonly Conflict[]): boolean {
  const matter = matterOf(told);
  return found.some(
    (each) =>
      each.rule === told.rule &&
      (matter.length === 0 || matterOf(each).some((cause) => matter.includes(cause))),
  );
}
