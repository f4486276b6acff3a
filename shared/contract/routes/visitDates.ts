import * as z from "zod";
import { IsoDate } from "../../domain/vocabulary.ts";

/** How many dates of visits are asked for. */
export const visitDatesQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(20).default(5),
});

const notice = z.string().nullable();

/** Dates to suggest for visits, never booked. */
export const VisitDatesView = z
  .object({
    items: z
      .array(
        z.object({
          date: IsoDate,
          kind: z
            .enum(["inset", "pupils"])
            .describe("What the day is at the school that asked: an INSET day is a good day for delivery"),
        }),
      )
      .describe("INSET days first, then ordinary days spread over the window, each in order of date"),
    calendarNotices: z
      .object({ supportedSchool: notice, homeSchool: notice })
      .describe("Where term dates are not the school's own, whose they are"),
  })
  .meta({
    id: "VisitDates",
    description:
      "Days of the window on which both schools are open and the practitioner is free: none of a long absence, none " +
      "outside their dates of availability, none for which no head releases them, and no INSET day of the home school.",
  });
