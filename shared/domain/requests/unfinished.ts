import * as z from "zod";
import { RequestId, SchoolId } from "../ids.ts";
import { ExpertiseCode } from "../people/expertise.ts";
import { InitiationRoute, IsoDate, RoutePolicyName } from "../vocabulary.ts";
import { requestDraftShape } from "./request.ts";

/** Some of a text: how much of it is needed is asked when the request is finished. */
const some = (longest: number) => z.string().min(1).max(longest).optional();

/**
 * As much of a request as its author has written: whatever is given is well formed, and all but the school may be
 * missing.
 */
export const UnfinishedRequest = z
  .strictObject({ ...requestDraftShape, routePolicy: RoutePolicyName })
  .partial()
  .extend({
    schoolId: SchoolId,
    codes: z
      .strictObject({ primary: ExpertiseCode.optional(), secondary: z.array(ExpertiseCode).max(2) })
      .optional(),
    description: some(4000),
    objectives: z
      .array(z.strictObject({ statement: some(500), successMeasure: some(500), baseline: some(500) }))
      .max(6)
      .optional(),
    window: z.strictObject({ from: IsoDate.optional(), to: IsoDate.optional() }).optional(),
  })
  .meta({
    id: "UnfinishedRequest",
    description: "As much of a request as is written: what is given is well formed, the rest may be missing",
  });
export type UnfinishedRequest = z.infer<typeof UnfinishedRequest>;

/** An unfinished request as it is kept, under the id that it will have as a request. */
export const UnfinishedRow = z.object({
  requestId: RequestId,
  /** Its own again, so that rows are found by it. */
  schoolId: SchoolId,
  written: UnfinishedRequest,
  initiatedBy: InitiationRoute,
  /** The account that began it, an opaque id. */
  startedBy: z.string().max(120),
  createdAt: z.iso.datetime(),
  savedAt: z.iso.datetime(),
  revision: z.int().min(0),
});
export type UnfinishedRow = z.infer<typeof UnfinishedRow>;

/** Days for which what nobody goes on with is kept. */
export const unfinishedKeptDays = 60;
