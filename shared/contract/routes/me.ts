import * as z from "zod";
import { PartnershipId, PersonId, SchoolId } from "../../domain/ids.ts";
import { ExpertiseCode } from "../../domain/people/expertise.ts";
import { nextSteps, type ReasonToAct, shownFrom } from "../../domain/tasks/waiting.ts";
import { IsoDate } from "../../domain/vocabulary.ts";
import { type Route, roles } from "../door.ts";

const isReasonToAct = (text: string): text is ReasonToAct => text in nextSteps;

/** Who is signed in, and what waits for them. */
export const Me = z
  .object({
    account: z.string(),
    roles: z.array(z.enum(roles)),
    partnership: z.object({
      partnershipId: PartnershipId,
      name: z.string().nullable().describe("Null until its broker has set it up: PUT /partnership"),
    }),
    school: z.object({ schoolId: SchoolId, name: z.string().nullable() }).nullable(),
    practitioner: z.object({ personId: PersonId, name: z.string().nullable() }).nullable(),
    waiting: z
      .array(
        z.object({
          what: z.enum(Object.keys(nextSteps).filter(isReasonToAct)),
          next: z.string().describe("What to do about it"),
          path: z.string().describe("Where it is read, or answered"),
          dueOn: IsoDate.nullable().describe("Null where nobody counts days"),
          schoolName: z.string().nullable().describe("The school that asked for the support"),
          need: ExpertiseCode.nullable().describe("What the support is asked for"),
        }),
      )
      .describe("The first hundred, what is due first before all else"),
    waitingCount: z.int().min(0).describe("How many there are in all"),
    incomplete: z
      .array(z.enum(shownFrom))
      .describe(
        "Kinds of things of which the service could not read some: what is about them may be missing here, stand here though it is done, or have the wrong day. Empty where all was read",
      ),
  })
  .meta({ id: "Me" });

export const meRoutes = {
  getMe: {
    area: "tasks",
    method: "GET",
    path: "/me",
    summary: "Who is signed in, and what waits for them: where it is, what to do about it, and by when",
    roles,
    replies: { 200: Me },
    problems: [],
    audit: null,
  },
} as const satisfies Record<string, Route>;
