import * as z from "zod";
import { PersonId } from "../../domain/ids.ts";
import { Person } from "../../domain/people/person.ts";
import { PersonView } from "./views.ts";
import { Seen } from "./seenRows.ts";

const { shape } = Person;

/** A practitioner as far as the reader may see: what is not theirs to see is null or empty. */
export const VisiblePerson = PersonView.extend({ email: shape.email.nullable() }).meta({
  id: "VisiblePerson",
});

/** The practitioner as written, with what to know of it. */
export const PersonWritten = VisiblePerson.extend({
  warnings: z
    .array(z.string())
    .describe("Such as dates of availability on none of which the home school is open"),
}).meta({ id: "PersonWritten" });

/** What became, or would become, of each person of an imported file. */
export const PeopleImport = z
  .object({
    applied: z.boolean(),
    seen: Seen,
    people: z.array(
      z.object({
        key: z.string(),
        personId: PersonId,
        change: z.enum(["added", "changed", "unchanged"]),
        warnings: z.array(z.string()),
      }),
    ),
  })
  .meta({ id: "PeopleImport" });

/** Whether nothing is named twice. */
export const eachOnce = (all: readonly string[]): boolean => new Set(all).size === all.length;
export const somePhases = shape.phases.refine(eachOnce, "Each phase stands once");
