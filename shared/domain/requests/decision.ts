import * as z from "zod";

/** What a broker decided about a request, and the reason they gave. Free text: it never stands in the trail. */
export const Decision = z
  .strictObject({
    at: z.iso.datetime(),
    /** The account that decided, an opaque id. */
    by: z.string().max(120),
    action: z.string().max(60),
    reason: z.string().max(500),
  })
  .meta({ id: "Decision" });
export type Decision = z.infer<typeof Decision>;

/** As many decisions as one request keeps. */
export const decisionsKept = 100;

/** The row with one more decision; beyond those that are kept, the oldest goes. */
export const keepDecision = <Row extends { readonly decisions: readonly Decision[] }>(
  row: Row,
  decision: Decision,
): Row & { decisions: Decision[] } => ({
  ...row,
  decisions: [...row.decisions, decision].slice(-decisionsKept),
});
