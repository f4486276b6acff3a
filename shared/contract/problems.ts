import * as z from "zod";

/** Every way a door can refuse, with its HTTP status. The `type` of a problem is stable for ever. */
export const problems = {
  "invalid-request": { status: 422, title: "Something in the request is not right" },
  "body-too-large": { status: 413, title: "The body is too large" },
  "not-utf-8": { status: 400, title: "The body is not valid UTF-8" },
  "not-json": { status: 400, title: "The body is not JSON" },
  "unsupported-media-type": { status: 415, title: "The body is of a kind this address does not take" },
  forbidden: { status: 403, title: "Your account may not do this" },
  "not-found": { status: 404, title: "There is nothing here that you can see" },
  "wrong-state": { status: 409, title: "This cannot be done at this stage" },
  "slots-filled": { status: 409, title: "Every place on this request has been taken" },
  "capacity-used-up": { status: 409, title: "The practitioner has no such capacity left" },
  "offer-expired": { status: 409, title: "The deadline for this answer has passed" },
  "not-your-turn": { status: 409, title: "Another party is to answer first" },
  "already-exists": { status: 409, title: "This exists already" },
  "list-full": { status: 409, title: "There is no room for another here" },
  "out-of-date": { status: 409, title: "This no longer stands as the match run proposed it" },
  "hard-rule": { status: 409, title: "A rule of the partnership forbids this match" },
  busy: { status: 409, title: "Others are changing the same record; try again" },
  "idempotency-key-reused": { status: 422, title: "This Idempotency-Key was used with a different body" },
  "register-refused": { status: 422, title: "The register file was refused and nothing was changed" },
  "file-refused": { status: 422, title: "The file was refused and nothing was changed" },
  "unknown-school": { status: 422, title: "The school is not in the partnership's register" },
  "closed-school": { status: 422, title: "The school is closed or not yet open" },
  "unknown-code": { status: 422, title: "The expertise code is not in the taxonomy" },
  "retired-code": { status: 422, title: "The expertise code has been retired" },
  internal: { status: 500, title: "Something went wrong on our side and nothing was changed" },
} as const;

export type ProblemCode = keyof typeof problems;

/** Problems that any door can answer without declaring them. */
export const commonProblems = [
  "invalid-request",
  "body-too-large",
  "not-utf-8",
  "not-json",
  "unsupported-media-type",
  "forbidden",
  "not-found",
  "busy",
  "internal",
] as const satisfies readonly ProblemCode[];

/** The prefix of every problem's `type`, a name and not an address. */
export const problemTypePrefix = "urn:area-brokerage:problem:";

/** Where in the body, query or file the fault lies: a JSON pointer, or row and column of a file. */
export const Fault = z
  .strictObject({
    detail: z.string(),
    pointer: z.string().optional(),
    parameter: z.string().optional(),
    row: z.int().optional(),
    column: z.string().optional(),
  })
  .meta({ id: "Fault" });
export type Fault = z.infer<typeof Fault>;

/** A problem document of RFC 9457. */
export const Problem = z
  .strictObject({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    errors: z.array(Fault).optional(),
    instance: z.string().optional(),
  })
  .meta({ id: "Problem" });
export type Problem = z.infer<typeof Problem>;

/** What a handler returns to refuse: the code, one sentence that says what to do, and where the faults lie. */
export interface Refusal {
  readonly problem: ProblemCode;
  readonly detail: string;
  readonly errors?: readonly Fault[];
}
