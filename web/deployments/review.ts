import { routes } from "../../shared/contract/manifest.ts";
import type { MidTermReview } from "../../shared/domain/deployments/deployment.ts";
import { whenLeftEmpty } from "../faults.ts";
import { choices, lineField, textField } from "../fields.ts";
import { button, type Form, formWith, typed } from "../form.ts";
import { html, type Html, row } from "../html.ts";
import { parsedBy } from "../parsed.ts";
import { attempt, done, type Done, type Visit } from "../visit.ts";
import { longDate } from "../words.ts";
import type { WorkKey } from "./readWork.ts";

/** What the mid-term review said. */
export const reviewRows = (said: MidTermReview): Html =>
  html`${row(
    "Mid-term review",
    `${longDate(said.heldOn)}: it ${said.working ? "works" : "does not work"}, and ${said.continues ? "goes on until" : "ends by"} ${longDate(said.finalDate)}`,
  )}
  ${said.changes !== "" && row("What changes", said.changes)} ${row("How it ends", said.exitStrategy)}`;

const yesOrNo = (form: Form, name: string, label: string): Html =>
  choices(
    form,
    {
      name,
      label,
      options: [
        ["yes", "Yes"],
        ["no", "No"],
      ],
    },
    "radio",
  );

/** Records the mid-term review, once. */
export const reviewForm = (form: Form, today: string): Html =>
  html`<details ${form.typed && "open"}>
    <summary>Record the mid-term review</summary>
    <p>
      It is recorded once. Everybody with a part in the work reads it: both sides, the practitioner's head,
      brokers and leaders.
    </p>
    ${formWith(
      form,
      [
        lineField(form, { name: "heldOn", label: "On which day was it held?", value: today }, "date"),
        yesOrNo(form, "working", "Does the support work?"),
        textField(form, { name: "changes", label: "What changes from now on? (optional)" }),
        yesOrNo(form, "continues", "Does it go on?"),
        textField(form, {
          name: "exitStrategy",
          label: "How does it end?",
          hint: "What the school goes on with by itself. Write no names of pupils or staff.",
        }),
        lineField(form, { name: "finalDate", label: "Last day of the work" }, "date"),
      ],
      button("Record the review"),
    )}
  </details>`;

const whenEmpty = {
  heldOn: "Give the day of the review",
  working: "Choose whether the support works",
  continues: "Choose whether it goes on",
  exitStrategy: "Say how it ends",
  finalDate: "Give the last day of the work",
};

const chosen = (form: URLSearchParams, name: string): boolean | undefined => {
  const value = form.get(name);
  return value === null ? undefined : value === "yes";
};

/** Sends what the form says of the review. */
export async function review(visit: Visit, params: WorkKey): Done {
  const { form } = visit;
  const said = parsedBy(routes.reviewDeployment.body, {
    heldOn: typed(form, "heldOn"),
    working: chosen(form, "working"),
    changes: typed(form, "changes"),
    continues: chosen(form, "continues"),
    exitStrategy: typed(form, "exitStrategy"),
    finalDate: typed(form, "finalDate"),
  });
  const asked =
    "kind" in said ? await done(attempt(visit, "reviewDeployment", { params, body: said.body })) : said;
  return "kind" in asked ? asked : whenLeftEmpty(asked, form, whenEmpty);
}
