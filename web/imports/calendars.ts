import { counted } from "../../shared/domain/counted.ts";
import { CalendarHolder } from "../../shared/domain/calendar/calendarYear.ts";
import { everyItem } from "../../shared/runtime/everyItem.ts";
import { type Option, selectField } from "../fields.ts";
import { button, type Form, formNamed, formWith, typed } from "../form.ts";
import { away, html, type Html } from "../html.ts";
import { tableOf } from "../table.ts";
import { attempt, type Ending, read, type Trouble, type Visit } from "../visit.ts";
import { importPage, whyRefused } from "./importPage.ts";
import { written } from "../settings/calendarWritten.ts";
import { onlyWho } from "./mayImport.ts";
import { changeInWords, summed } from "./outcomes.ts";

/** Whose calendars there can be, by what they are called. */
async function holders(visit: Visit): Promise<Option[]> {
  const schools = await everyItem((query) => read(visit, "listSchools", { query }));
  const authorities = [...new Set(schools.map(({ laCode }) => laCode))].toSorted();
  return [
    ["partnership", "The partnership: England's official list of bank holidays"],
    ...authorities.map((code): Option => [`authority-${code}`, `The authority ${code}`]),
    ...schools.map(({ schoolId, name }): Option => [schoolId, name]),
  ];
}

const called = (all: readonly Option[], holder: string): string =>
  holder === "partnership" ? "The partnership" : (all.find(([id]) => id === holder)?.[1] ?? holder);

async function fields(visit: Visit, form: Form): Promise<Html> {
  return selectField(
    form,
    {
      name: "holder",
      label: "Whose calendar it is (only for an iCalendar file)",
      hint: "A CSV file says it in its rows.",
    },
    [["", "A CSV file"], ...(await holders(visit))],
  );
}

type Calendar = Awaited<ReturnType<typeof onRecord>>[number];

const onRecord = (visit: Visit) => everyItem((query) => read(visit, "listCalendars", { query }));

const undoForm = (visit: Visit, { holder, academicYear, revision }: Calendar, name: string): Html =>
  formWith(
    formNamed("undo", visit),
    [
      html`<input type="hidden" name="holder" value="${holder}" />
        <input type="hidden" name="academicYear" value="${academicYear}" />
        <input type="hidden" name="revision" value="${revision}" />`,
    ],
    button(["Take the last writing back", away(`${name}, ${academicYear}`)], "second"),
  );

async function below(visit: Visit): Promise<Html> {
  const [calendars, all] = await Promise.all([onRecord(visit), holders(visit)]);
  if (calendars.length === 0)
    return html`<p>No calendar is on record yet: the usual three terms are assumed for every school.</p>`;
  return tableOf(
    "Calendars on record",
    ["Whose", "Academic year", "What it says", "Taking it back"],
    calendars.map((each) => [
      called(all, each.holder),
      each.academicYear,
      each.spans.length === 0 ? "Nothing" : counted(each.spans.length, "entry", "entries"),
      undoForm(visit, each, called(all, each.holder)),
    ]),
  );
}

async function undo(visit: Visit): Promise<Ending | Trouble> {
  const { form } = visit;
  const asked = attempt(visit, "undoCalendar", {
    params: { holder: typed(form, "holder"), academicYear: typed(form, "academicYear") },
    body: { revision: Number(typed(form, "revision")) },
  });
  const undone = await written(asked);
  return "kind" in undone ? { kind: "go", to: visit.address } : undone;
}

/** Calendars of schools, of authorities and of the partnership from files; each writing is taken back by itself. */
export const calendarsImportPage = importPage({
  title: "Import calendars",
  about: html`<p>
    Terms, holidays, INSET days and closed days, from a CSV file or from iCalendar. A year that the file
    speaks of is replaced whole, for the holder that it names; all of the file is taken or none of it. Whoever
    waits for an answer never gets less time by it.
  </p>`,
  template: "/pages/calendar-imports/template",
  accept: ".csv,.ics,text/csv,text/calendar",
  button: "Import these calendars",
  notFor: onlyWho("importCalendars"),
  fields,
  below,
  other: undo,
  async send(visit, { csv, query: how }) {
    const holder = CalendarHolder.safeParse(typed(visit.form, "holder")).data;
    const query = { ...how, ...(holder === undefined ? {} : { holder }) };
    const answered = await attempt(visit, "importCalendars", { csv, query });
    if (answered.kind === "refused") return whyRefused(answered);
    const { calendars, leftOut, seen } = answered.body;
    const all = await holders(visit);
    return {
      seen,
      names: calendars.map((each) => `${called(all, each.holder)}, ${each.academicYear},`),
      told:
        summed(calendars.map(({ change }) => change)) +
        (leftOut > 0 ? ` ${counted(leftOut, "event")} shorter than a day of school left out.` : ""),
      rows: tableOf(
        "Each calendar of the file",
        ["Whose", "Academic year", "What becomes of it", "Working days", "To look at"],
        calendars.map(({ holder: whose, academicYear, change, opened, closed, warnings }) => [
          called(all, whose),
          academicYear,
          changeInWords(change),
          `${opened} more, ${closed} fewer`,
          warnings.length === 0 ? "Nothing" : warnings.map((each) => html`<p>${each}</p>`),
        ]),
      ),
    };
  },
});
