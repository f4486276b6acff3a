import type { AnswerOf } from "../../shared/runtime/client.ts";
import { html, type Html } from "../html.ts";

type Me = AnswerOf<"getMe">;

const kinds: Readonly<Record<Me["incomplete"][number], string>> = {
  partnership: "the partnership's settings",
  register: "the register of schools",
  school: "schools",
  calendar: "calendars of schools",
  person: "practitioners",
  request: "requests for support",
  offer: "offers",
  deployment: "work in schools",
  visit: "records of visits",
  evaluation: "evaluations",
  outcome: "what changed",
  "follow-up": "questions whether a change has lasted",
  task: "tasks",
  proposal: "proposals of match runs",
  other: "other things",
};

/** Says of what some could not be read, so that nobody takes what is shown for all, and what to do about it. */
export const whatIsMissing = ({ incomplete, roles }: Pick<Me, "incomplete" | "roles">): Html | false =>
  incomplete.length > 0 &&
  html`<div class="notice">
    <h2>Some things could not be read</h2>
    <p>This is about:</p>
    <ul>
      ${incomplete.map((kind) => html`<li>${kinds[kind]}</li>`)}
    </ul>
    <p>
      What waits for you about them may be missing here, may stand here though it is done, or may have the
      wrong day. Those who run the service are told. Do what stands here, and ask
      ${roles.includes("broker") ? "them" : "your broker"} about what you expect and do not find.
    </p>
  </div>`;
