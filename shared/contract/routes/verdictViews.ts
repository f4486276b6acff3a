import * as z from "zod";
import { Because, Evidence } from "../../domain/runs/explanation.ts";
import { PersonId, RequestId } from "../../domain/ids.ts";
import { IsoDate } from "../../domain/vocabulary.ts";

const RuleFired = z.strictObject({
  rule: z.string(),
  why: z.string(),
  evidence: z.array(Evidence),
  mayBeSetAside: z
    .strictObject({ by: z.literal("broker"), needsReason: z.literal(true) })
    .nullable()
    .describe("Who may set the rule aside for this practitioner; null where nobody may"),
  setAside: z
    .strictObject({ reason: z.string(), by: z.string().nullable(), at: z.iso.datetime().nullable() })
    .nullable()
    .describe("Why, by which account and when it was set aside; null while it counts"),
});

/** What every rule says of one practitioner for one request, as the records stand now. */
export const VerdictView = z
  .strictObject({
    requestId: RequestId,
    personId: PersonId,
    judgedOn: IsoDate.describe("The day on which it was judged: what is past is reckoned from it"),
    mayBeProposed: z.boolean(),
    fit: z.number().nullable().describe("Points out of 100; null where a rule refuses"),
    components: z.array(Because),
    rules: z.array(RuleFired).describe("Rules that fired: those that count, then those set aside"),
    warnings: z.array(
      z.strictObject({ name: z.string(), sentence: z.string(), evidence: z.array(Evidence) }),
    ),
  })
  .meta({ id: "Verdict" });
