import { isDeepStrictEqual } from "node:util";
import { routes } from "../../shared/contract/manifest.ts";
import { problems } from "../../shared/contract/problems.ts";
import { academicYearOf, addMonths } from "../../shared/domain/calendar/calendar.ts";
import type { CalendarSpan } from "../../shared/domain/calendar/calendarYear.ts";
import type { AnswerOf } from "../../shared/runtime/client.ts";
import { everyItem } from "../../shared/runtime/everyItem.ts";
import { whenLeftEmpty } from "../faults.ts";
import { button, chosenAct, formNamed, formWith, nothingChosen, typed } from "../form.ts";
import { headed } from "../headed.ts";
import { html } from "../html.ts";
import { parsedBy, troubleAt } from "../parsed.ts";
import { itemKey, withOnce } from "../people/once.ts";
import { work } from "../serving.ts";
import { attempt, type Done, type Ending, read, refusedPage, type Trouble, type Visit } from "../visit.ts";
import { addForm, onRecord, revisionField, type Shown } from "./calendarForms.ts";
import { written } from "./calendarWritten.ts";
import { holderNames } from "./holderNames.ts";
import { maySet } from "./settingsPage.ts";

const keyOf = (visit: Visit) => ({ holder: visit.part("holder"), academicYear: visit.part("academicYear") });

/** What the holder has said of the year. */
async function saidOf(visit: Visit) {
  const { holder, academicYear } = keyOf(visit);
  const all = await everyItem((query) => read(visit, "listCalendars", { query: { ...query, holder } }));
  return all.find((each) => each.academicYear === academicYear);
}

const revisionIn = (visit: Visit): number | null => {
  const sent = typed(visit.form, "revision");
  return sent === "" ? null : Number(sent);
};

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
  const [said, nameOf, me] = await Promise.all([
    saidOf(visit),
    holderNames(visit, [holder]),
    read(visit, "getMe", {}),
  ]);
  if (!mayWrite(me, holder)) return notTheirs;
  const shown: Shown = { spans: said?.spans ?? [], revision: said?.revision ?? null };
  const form = (name: string) => formNamed(name, visit, trouble);
  const next = academicYearOf(addMonths(`${academicYear.slice(0, 4)}-09-01`, 12));
  return headed(
    `Days of ${nameOf(holder)} in ${academicYear}`,
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
        ${maySet(me) && html`<li><a href="/pages/partnership">All settings</a></li>`}
      </ul>`,
    { trouble, forms: [form("add")] },
  );
}

/** Writes the year whole, under the revision that was shown; what stands already, by a first press, is done. */
async function write(visit: Visit, change: (spans: readonly CalendarSpan[]) => readonly unknown[]): Done {
  const spans = (await saidOf(visit))?.spans ?? [];
  const body = { spans: change(spans), revision: revisionIn(visit) };
  if (isDeepStrictEqual(body.spans, spans)) return { kind: "answered" };
  const parsed = parsedBy(routes.setCalendar.body, body);
  return "kind" in parsed
    ? written(attempt(visit, "setCalendar", { params: keyOf(visit), body: parsed.body }))
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
    ? written(attempt(visit, "undoCalendar", { params: keyOf(visit), body: parsed.body }))
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
