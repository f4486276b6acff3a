import * as z from "zod";
import { PersonId } from "../../domain/ids.ts";
import { ErasedPerson, ErasureGround } from "../../domain/people/erasure.ts";
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

/** That somebody was erased, and whether all of it is done. */
export const ErasureView = ErasedPerson.omit({ revision: true }).meta({ id: "ErasedPerson" });

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
  erasePerson: {
    area: "people",
    method: "POST",
    path: "/people/{personId}/erasure",
    summary:
      "Erase a practitioner who left, for good: their record goes at once, what others wrote of them a moment later, and " +
      "their work stays by id. Refused while they hold what somebody else must take over first",
    roles: ["broker"],
    params,
    body: z.strictObject({
      ground: ErasureGround,
      confirmation: z
        .string()
        .min(1)
        .max(200)
        .describe("Their id or their name, typed: nothing of this can be undone"),
    }),
    idempotent: true,
    replies: { 200: ErasureView },
    problems: ["wrong-state", "idempotency-key-reused"],
    audit: "person-erased",
  },
  getErasure: {
    area: "people",
    method: "GET",
    path: "/people/{personId}/erasure",
    summary: "When and why somebody was erased, and whether all of it is done",
    roles: ["broker", "director"],
    params,
    replies: { 200: ErasureView },
    problems: [],
    audit: null,
  },
} as const satisfies Record<string, Route>;
