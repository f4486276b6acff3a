import { type CalendarSpan, spanKinds } from "../../shared/domain/calendar/calendarYear.ts";
import { lineField, selectField } from "../fields.ts";
import { button, type Form, formWith } from "../form.ts";
import { away, html, type Html } from "../html.ts";
import { itemKey } from "../people/once.ts";
import { period } from "../words.ts";

const kinds: Readonly<Record<CalendarSpan["kind"], string>> = {
  closed: "Closed to everybody",
  inset: "INSET",
  holiday: "Holiday",
  term: "Term",
};

/** The year as it is shown: a form sent from it changes this and nothing that was written later. */
export interface Shown {
  readonly spans: readonly CalendarSpan[];
  readonly revision: number | null;
}

export const revisionField = ({ revision }: Shown): Html =>
  html`<input type="hidden" name="revision" value="${revision ?? ""}" />`;

/** What is said of a year, each part to be taken off. */
export const onRecord = (shown: Shown, form: (name: string) => Form): Html =>
  shown.spans.length === 0
    ? html`<p>Nothing is said of this year yet.</p>`
    : html`<ul class="plain">
        ${shown.spans.map((each) => {
          const told = `${kinds[each.kind]}: ${each.name}, ${period(each)}`;
          return html`<li>
            ${told}
            ${formWith(form(`drop-${itemKey(each)}`), revisionField(shown), button(["Take off", away(told)], "second"))}
          </li>`;
        })}
      </ul>`;

/** Days to be added to a year. */
export const addForm = (form: Form, shown: Shown, first: CalendarSpan["kind"]): Html =>
  formWith(
    form,
    [
      revisionField(shown),
      selectField(
        form,
        { name: "kind", label: "What is it?", value: first },
        spanKinds.toReversed().map((each) => [each, kinds[each]]),
      ),
      lineField(form, { name: "name", label: "What is it called?" }),
      lineField(form, { name: "from", label: "First day" }, "date"),
      lineField(form, { name: "to", label: "Last day", hint: "Left empty, it is one day." }, "date"),
    ],
    button("Add these days"),
  );
