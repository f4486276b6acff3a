import { describe, expect, test } from "vitest";
import { PeopleImport, PersonWritten, VisiblePerson } from "../../shared/contract/routes/peopleViews.ts";
import { pageOf } from "../../shared/contract/routes/views.ts";
import { academicYearOf, addDays, addMonths, dateAt } from "../../shared/domain/calendar/calendar.ts";
import { usualCalendar } from "../../shared/domain/calendar/calendarInForce.ts";
import { workingDayFrom } from "../../shared/domain/calendar/calendarOfSchool.ts";
import { groundForPeople, profile } from "./groundForPeople.ts";

const { service, ours, home, other, get, put, post, draft, added } = await groundForPeople();

const today = (): string => dateAt(service.host.world.now());
/** Next year's 24 August to its 28th, in every school's summer holiday. */
const summer = () => {
  const from = `${addMonths(today(), 12).slice(0, 4)}-08-24`;
  return { from, to: addDays(from, 4) };
};
const openDay = () => {
  const day = workingDayFrom(usualCalendar, addDays(today(), 1));
  return { from: day, to: day };
};
const without = async (account: string) => {
  const answer = await get(account, "/people?noOpenDay=true&limit=200");
  return pageOf(VisiblePerson)
    .parse(answer.body)
    .items.map(({ personId }) => personId);
};

describe("dates of availability on none of which the home school is open", () => {
  test("are warned of when they are written, and others are not", async () => {
    const { broker } = ours;
    const created = await post(broker, "/people", draft({ availability: [summer()] }));
    const { personId, warnings } = PersonWritten.parse(created.body);
    expect(warnings).toHaveLength(1);
    const own = ours.practitioner(personId);
    const writing = async (availability: readonly object[]) => {
      const answer = await put(own, `/people/${personId}/profile`, { ...profile, availability });
      return PersonWritten.parse(answer.body).warnings.length;
    };
    expect(await writing([openDay()])).toBe(0);
    expect(await writing([])).toBe(0);
    expect(await writing([summer()])).toBe(1);
    expect(await writing([summer(), openDay()])).toBe(0);
  });

  test("are listed for brokers and for the home head, by the calendars as they now are", async () => {
    const { broker, head } = ours;
    const fine = await added({ availability: [openDay()] });
    const { personId } = await added({ availability: [summer()] });
    const lists = async () => [await without(broker), await without(head(home.schoolId))];
    for (const list of await lists()) {
      expect(list).toContain(personId);
      expect(list).not.toContain(fine.personId);
    }
    expect(await without(head(other.schoolId))).toEqual([]);
    const { from, to } = openDay();
    const closed = { spans: [{ kind: "closed", name: "Flood", from, to }], revision: null };
    const year = academicYearOf(from);
    expect((await put(broker, `/calendars/${home.schoolId}/${year}`, closed)).status).toBe(200);
    for (const list of await lists()) expect(list).toContain(fine.personId);
    const reopened = { spans: [], revision: 0 };
    expect((await put(broker, `/calendars/${home.schoolId}/${year}`, reopened)).status).toBe(200);
  });

  test("are warned of in a file's preview and import", async () => {
    const columns =
      "Person key,Name,Email,Home school URN,Code,Level,Phases,Last practised year,Available from,Available to,Assurance confirmed on,Assurance valid until";
    const { from, to } = summer();
    const row = (key: string, dates: string) =>
      `${key},${key},${key}@example.org,${home.urn},CT-03,can-coach,primary,2025,${dates},${addDays(today(), -30)},${addDays(today(), 300)}`;
    const csv = [columns, row("P301", `${from},${to}`), row("P302", ",")].join("\n");
    for (const query of ["?preview=true", ""]) {
      const path = `/people-imports${query}`;
      const answer = await service.ask(ours.broker, { method: "POST", path, csv });
      const warned = PeopleImport.parse(answer.body).people.map(({ warnings }) => warnings.length);
      expect(warned).toEqual([1, 0]);
    }
  });
});
