import * as z from "zod";
import { PersonId } from "../../domain/ids.ts";
import type { Route } from "../door.ts";

/** Everything that is stored about a practitioner, as one file for them to keep. */
export const HeldAboutPerson = z
  .object({
    personId: PersonId,
    name: z.string(),
    madeAt: z.iso.datetime(),
    sections: z
      .array(
        z.object({
          title: z.string(),
          rows: z.string().describe("The kind of row that it comes from"),
          entries: z
            .array(z.record(z.string(), z.unknown()))
            .describe("Each row whole, its fields in words, each school's id with its name"),
        }),
      )
      .describe("One for each kind of row that can speak of a practitioner, also where there is none"),
    leftOut: z
      .array(z.object({ what: z.string(), why: z.string() }))
      .describe("What this file does not tell, and why, or who tells it"),
  })
  .meta({ id: "HeldAboutPerson" });

const params = z.strictObject({ personId: PersonId });

export const heldRoutes = {
  heldAboutPerson: {
    area: "people",
    method: "GET",
    path: "/people/{personId}/held",
    summary:
      "Everything that is stored about a practitioner, for themself or for the broker who answers them",
    roles: ["broker", "practitioner"],
    params,
    replies: { 200: HeldAboutPerson },
    problems: [],
    audit: null,
  },
} as const satisfies Record<string, Route>;
