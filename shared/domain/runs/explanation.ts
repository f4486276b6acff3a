import * as z from "zod";
import { PersonId, RequestId } from "../ids.ts";
import { IsoDate } from "../vocabulary.ts";

/** What a run says of a proposal or of an open place. Fits are in points; rows from before a field was kept lack it. */

export const Because = z
  .strictObject({ name: z.string(), points: z.number(), outOf: z.number(), because: z.string() })
  .meta({ id: "FitComponent", description: "One component of a fit, in points, with the reason in words" });

/** What a rule looked at: one row, or the part of one, that says so. For whoever brokers, and for nobody else. */
export const Evidence = z
  .strictObject({
    record: z.enum([
      "membership",
      "employment",
      "declared-interest",
      "deployment",
      "offer",
      "concern",
      "school",
      "practitioner",
      "request",
    ]),
    of: z.string().describe("The school, practitioner, request, offer or deployment whose record it is"),
    what: z.string().describe("What the record says, in its own words and codes"),
    from: IsoDate.nullable().describe("Since when; null where the record gives no such day"),
    to: IsoDate.nullable().describe("Until when; null where the record gives no such day"),
  })
  .meta({ id: "Evidence" });
export type Evidence = z.infer<typeof Evidence>;

const lossTiers = {
  owed: z.number().describe("Places by which people would fall short of their least loads"),
  priorityWeighted: z.number(),
  fit: z.number().describe("Points of fit less rotation; below 0 where it gains"),
};

/** What a whole run would lose were somebody else proposed, by an exchange that can be made. */
const Loss = z
  .strictObject({
    ...lossTiers,
    certainty: z
      .enum(["exact", "at-most", "at-least"])
      .describe("at-least stands only in runs from before atLeast was kept: no less is lost than so much"),
    atLeast: z
      .strictObject(lossTiers)
      .nullable()
      .default(null)
      .describe("What is proved to be lost at least, tier by tier; null where nothing is"),
  })
  .meta({ id: "Loss" });

export const Alternate = z
  .strictObject({
    personId: PersonId,
    fit: z.number(),
    whyNot: z.string(),
    freeNow: z
      .boolean()
      .default(false)
      .describe("Whether they could step in with everybody else's proposals left as they are"),
    loss: Loss.nullable()
      .default(null)
      .describe("Null where no work of the run stands in the way, but a limit does"),
    neededBy: z.array(RequestId).default([]).describe("Requests that would have to give the person up"),
  })
  .meta({ id: "Alternate" });

/** A change that would fill `gain` of the places: who would come to qualify, who would move, who would need more room. */
export const Relaxation = z
  .strictObject({
    relaxation: z.string(),
    sentence: z.string(),
    gain: z.number(),
    people: z.int().default(0),
    moved: z.int().default(0).describe("Other proposals that would move to somebody else"),
    more: z
      .array(z.strictObject({ personId: PersonId, slots: z.int(), days: z.number() }))
      .default([])
      .describe("The people who would need more places or days, least first"),
  })
  .meta({ id: "Relaxation" });
export type Alternate = z.infer<typeof Alternate>;
export type Relaxation = z.infer<typeof Relaxation>;
