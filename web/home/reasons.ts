import type { AnswerOf } from "../../shared/runtime/client.ts";

type Me = AnswerOf<"getMe">;
type Waiting = Me["waiting"][number];
/** What is looked at of somebody to tell as what they are asked. */
export type Reader = Pick<Me, "school" | "practitioner">;

const others: Readonly<Record<Exclude<Waiting["what"], "answer-offer">, string>> = {
  "send-record": "Send your record of visit",
  "answer-record": "Say whether a record of visit is accurate",
  evaluate: "Evaluate the support",
  "record-outcome": "Record what changed",
  "answer-follow-up": "Say whether what changed has lasted",
  "answer-release": "Decide whether to release a colleague who comes to your school",
  "send-request": "Finish your request for support",
  "finish-request": "Go on with a request for support that is half filled",
  "confirm-claims": "Confirm what you can help with",
  "endorse-claims": "Say whether you endorse what colleagues can help with",
  "confirm-proposals": "Look at what the latest match run proposes",
  "look-at-request": "Look at a request that triage held",
  "settle-counter": "Settle other terms that were suggested",
  "settle-task": "Settle a task",
};

/** The party of an offer as which somebody is asked, in words; an account with two parts is told neither. */
function answerIn({ school, practitioner }: Reader, { schoolName }: Waiting): string {
  if (school && practitioner) return "Answer an offer";
  if (practitioner) return "Answer an offer to support a school";
  return school?.name === schoolName
    ? "Agree the support for your school"
    : "Decide whether to release a colleague";
}

/** What waits, as a heading. */
export const headingOf = (me: Reader, waiting: Waiting): string =>
  waiting.what === "answer-offer" ? answerIn(me, waiting) : others[waiting.what];
