import type { AnswerOf } from "../../shared/runtime/client.ts";

export type School = AnswerOf<"getSchool">;

export const statusesInWords: Readonly<Record<School["status"], string>> = {
  open: "Open",
  closed: "Closed",
  "open-proposed-to-close": "Open, proposed to close",
  "proposed-to-open": "Proposed to open",
};

/** What is told of letters to a head whom nobody gave an address. */
export const noAddress = "No address of the head: what is for them goes to the brokers.";
