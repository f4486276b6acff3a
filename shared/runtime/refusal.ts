import {
  type Fault,
  type Problem,
  type ProblemCode,
  problems,
  problemTypePrefix,
  type Refusal,
} from "../contract/problems.ts";

/** Refuses, with one sentence that says what to do. */
export const refuse = (problem: ProblemCode, detail: string, errors?: readonly Fault[]): Refusal =>
  errors ? { problem, detail, errors } : { problem, detail };

/** There is nothing of that kind that this account can see: the same words whether it exists or not. */
export const notFound = (what: string): Refusal => refuse("not-found", `No such ${what}.`);

/** A step that the present state does not allow. */
export const wrongState = (what: string, state: string, allowed: readonly string[]): Refusal =>
  refuse("wrong-state", `This ${what} is ${state}; the step needs it to be ${allowed.join(" or ")}.`);

/** Something that its writer read otherwise than it stands now. */
export const changedSinceRead = (what: string): Refusal =>
  refuse("wrong-state", `The ${what} was changed since it was read: read it again.`);

/** A key that came before with another body or to another address. */
export const keyReused: Refusal = refuse(
  "idempotency-key-reused",
  "Use a new Idempotency-Key for a different body or address.",
);

export const isRefusal = (answer: object): answer is Refusal => "problem" in answer;

/** The problem document of a refusal. */
export function problemOf(refusal: Refusal): Problem {
  const { status, title } = problems[refusal.problem];
  return {
    type: `${problemTypePrefix}${refusal.problem}`,
    title,
    status,
    detail: refusal.detail,
    ...(refusal.errors ? { errors: [...refusal.errors] } : {}),
  };
}
