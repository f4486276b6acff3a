import { routes } from "../../shared/contract/manifest.ts";
import { problems } from "../../shared/contract/problems.ts";
import { academicYearOf, addMonths } from "../../shared/domain/calendar/calendar.ts";
import { type CalendarSpan, spanKinds } from "../../shared/domain/calendar/calendarYear.ts";
import type { AnswerOf } from "../../shared/runtime/client.ts";
import { everyItem } from "../../shared/runtime/everyItem.ts";
import { whenLeftEmpty } from "../faults.ts";
import { lineField, selectField } from "../fields.ts";
import { button, chosenAct, type Form, formNamed, formWith, nothingChosen, typed } from "../form.ts";
import { headed } from "../headed.ts";
import { away, html, type Html } from "../html.ts";
import { parsedBy, troubleAt } from "../parsed.ts";
import { itemKey, withOnce } from "../people/once.ts";
import { schoolNamesOf } from "../schoolNames.ts";
import { work } from "../serving.ts";
import { SchoolId } from "../../shared/domain/ids.ts";
import {
  attempt,
  done,
  type Done,
  type Ending,
  read,
  refusedPage,
  type Trouble,
  type Visit,
} from "../visit.ts";
import { period } from "../words.ts";

const kinds: Readonly<Record<CalendarSpan["kind"], string>> = {
  closed: "Closed to everybody",
  inset: "INSET",
  holiday: "Holiday",
  term: "Term",
};

const keyOf = (visit: Visit) => ({ holder: visit.part("holder"), academicYear: visit.part("academicYear") });

/** What the holder has said of the year. */
async function saidOf(visit: Visit) {
  const { holder, academicYear } = keyOf(visit);
  const all = await everyItem((query) => read(visit, "listCalendars", { query: { ...query, holder } }));
  return all.find((each) => each.academicYear === academicYear);
}

async function nameOf(visit: Visit, holder: string): Promise<string> {
  const school = SchoolId.safeParse(holder).data;
  if (school === undefined) return holder === "partnership" ? "all schools" : holder.replace("-", " ");
  return (await schoolNamesOf(visit, [school])).get(school) ?? "a school";
}

/** The year as it is shown: a form sent from it changes this and nothing that was written later. */
interface Shown {
  readonly spans: readonly CalendarSpan[];
  readonly revision: number | null;
}

const revisionField = ({ revision }: Shown): Html =>
  html`<input type="hidden" name="revision" value="${revision ?? ""}" />`;

const revisionIn = (visit: Visit): number | null => {
  const sent = typed(visit.form, "revision");
  return sent === "" ? null : Number(sent);
};

const onRecord = (shown: Shown, form: (name: string) => Form): Html =>
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

const addForm = (form: Form, shown: Shown, first: CalendarSpan["kind"]): Html =>
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

const notTheirs = refusedPage(
  403,
  problems.forbidden.title,
  "A head writes the calendar of their own school, the broker anybody's.",
);
const isThere = (visit: Visit): boolean => routes.setCalendar.params.safeParse(keyOf(visit)).success;
const notThere = refusedPage(404, "There is no such calendar", "Look whether the address is right.");

/** Brokers write anybody's calendar, a head their school's. */
const mayWrite = ({ roles, school }: AnswerOf<"getMe">, holder: string): boolean =>
  roles.includes("broker") || (roles.includes("school") && school?.schoolId === holder);

async function show(visit: Visit, trouble?: Trouble): Promise<Ending> {
  if (!isThere(visit)) return notThere;
  const { holder, academicYear } = keyOf(visit);
  const [said, called, me] = await Promise.all([
    saidOf(visit),
    nameOf(visit, holder),
    read(visit, "getMe", {}),
  ]);
  if (!mayWrite(me, holder)) return notTheirs;
  const shown: Shown = { spans: said?.spans ?? [], revision: said?.revision ?? null };
  const form = (name: string) => formNamed(name, visit, trouble);
  const next = academicYearOf(addMonths(`${academicYear.slice(0, 4)}-09-01`, 12));
  return headed(
    `Days of ${called} in ${academicYear}`,
    html`<p>
        ${holder === "partnership" && "Bank holidays are closed already, and every school's own days are its own."}
        Deadlines and match runs count them from now on. Whoever waits for an answer never gets less time by
        it.
      </p>
      ${onRecord(shown, form)}
      ${said && said.revision > 0 && formWith(form("undo"), revisionField(shown), button("Take the last change back", "second"))}
      <h2>Days to be added</h2>
      ${addForm(form("add"), shown, holder === "partnership" ? "closed" : "inset")}
      <ul>
        <li><a href="/pages/calendars/${holder}/${next}">The academic year ${next}</a></li>
      </ul>`,
    { trouble, forms: [form("add")] },
  );
}

/** Writes the year whole, under the revision that was shown: sent twice it says the same, and is done once. */
async function write(visit: Visit, change: (spans: readonly CalendarSpan[]) => readonly unknown[]): Done {
  const said = await saidOf(visit);
  const body = { spans: change(said?.spans ?? []), revision: revisionIn(visit) };
  const parsed = parsedBy(routes.setCalendar.body, body);
  return "kind" in parsed
    ? done(attempt(visit, "setCalendar", { params: keyOf(visit), body: parsed.body }))
    : parsed;
}

const whenEmpty = { name: "Say what it is called", from: "Give the first day" };

async function add(visit: Visit): Done {
  const { form } = visit;
  const from = typed(form, "from");
  const span = { kind: typed(form, "kind"), name: typed(form, "name"), from, to: typed(form, "to") || from };
  let at = 0;
  const asked = await write(visit, (spans) => {
    at = spans.length;
    return withOnce(spans, span);
  });
  return "kind" in asked ? asked : whenLeftEmpty(troubleAt(asked, `spans/${at}`), form, whenEmpty);
}

function undo(visit: Visit): Done {
  const parsed = parsedBy(routes.undoCalendar.body, { revision: revisionIn(visit) });
  return "kind" in parsed
    ? done(attempt(visit, "undoCalendar", { params: keyOf(visit), body: parsed.body }))
    : Promise.resolve(parsed);
}

function act(visit: Visit): Done {
  const [, which] = /^drop-(.+)$/.exec(visit.form.get("do") ?? "") ?? [];
  if (which !== undefined) return write(visit, (spans) => spans.filter((each) => itemKey(each) !== which));
  return chosenAct({ add, undo }, visit.form)?.(visit) ?? Promise.resolve(nothingChosen);
}

/** An academic year of a school, an authority or the partnership, day by day as its holder says it. */
export const calendarPage = work({
  show,
  async answer(visit) {
    if (!isThere(visit)) return notThere;
    const acted = await act(visit);
    return "kind" in acted ? { kind: "go", to: visit.address } : acted;
  },
});
