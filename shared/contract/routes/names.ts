import * as z from "zod";
import { PersonId, RequestId, SchoolId } from "../../domain/ids.ts";
import { Person } from "../../domain/people/person.ts";
import { ExpertiseCode } from "../../domain/people/expertise.ts";
import { SupportRequest } from "../../domain/requests/request.ts";
import { School } from "../../domain/schools/school.ts";
import type { Route } from "../door.ts";

/** As many as are named at once: an address holds no more ids. */
export const mostNamed = 100;

const Named = z.union([SchoolId, PersonId, RequestId]);

/** How things are called, of those that were asked for and that the reader may see. */
const NamesView = z
  .object({
    schools: z.array(School.pick({ schoolId: true, name: true })),
    people: z.array(Person.pick({ personId: true, name: true })),
    requests: z.array(
      SupportRequest.pick({ requestId: true, schoolId: true, window: true }).extend({ need: ExpertiseCode }),
    ),
  })
  .meta({
    id: "Names",
    description:
      "What does not exist, and what the reader may not see, is left out. Schools whose requests are named are named too.",
  });

export const namesRoutes = {
  nameEach: {
    area: "people",
    method: "GET",
    path: "/names",
    summary: `How some schools, practitioners and requests are called, at most ${mostNamed} at once, by the rules of who may read each`,
    roles: ["broker", "director", "school", "practitioner"],
    query: z.strictObject({
      ids: z
        .string()
        .transform((text) => text.split(","))
        .pipe(z.array(Named).max(mostNamed))
        .describe("Ids of schools, practitioners and requests, with commas between them"),
    }),
    replies: { 200: NamesView },
    problems: [],
    audit: null,
  },
} as const satisfies Record<string, Route>;
