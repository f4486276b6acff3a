import { expect, test } from "vitest";
import { CalendarImport, calendarsRoutes } from "../../shared/contract/routes/calendars.ts";
import { academicYearOf, addDays, bankHolidays, dateAt } from "../../shared/domain/calendar/calendar.ts";
import { usualCalendar } from "../../shared/domain/calendar/calendarInForce.ts";
import { addWorkingDaysAt } from "../../shared/domain/calendar/calendarOfSchool.ts";
import { serviceForTests } from "../harness/serviceForTests.ts";
import { setScene } from "./scene.ts";
import { problemIn } from "./withSchools.ts";

const service = await serviceForTests();
const scene = await setScene(service);

const today = (): string => dateAt(service.host.world.now());
const stamp = (date: string): string => date.replaceAll("-", "");

/** The official list from two years ago to three years on, with one day more. */
function listWith(proclaimed: string): string {
  const year = Number(today().slice(0, 4));
  const dates = [-2, -1, 0, 1, 2, 3].flatMap((more) => [...bankHolidays(year + more)]);
  return [
    "BEGIN:VCALENDAR",
    ...[...dates, proclaimed].flatMap((date) => [
      "BEGIN:VEVENT",
      `DTSTART;VALUE=DATE:${stamp(date)}`,
      `DTEND;VALUE=DATE:${stamp(addDays(date, 1))}`,
      "SUMMARY:Some bank holiday",
      "END:VEVENT",
    ]),
    "END:VCALENDAR",
  ].join("\r\n");
}
const upload = (account: string, ical: string, query = "") =>
  service.ask(account, {
    method: "POST",
    path: `/calendar-imports?holder=partnership${query}`,
    csv: ical,
    headers: { "content-type": "text/calendar" },
  });

test("the official list closes days by proclamation for every school, beside those that were closed by hand", async () => {
  const [proclaimed, byHand] = [1, 2].map((days) => addWorkingDaysAt(usualCalendar, today(), days));
  if (proclaimed === undefined || byHand === undefined) throw new Error("There are working days");
  const academicYear = academicYearOf(proclaimed);
  const spans = [{ kind: "closed", name: "Area day", from: byHand, to: byHand }];
  const path = `/calendars/partnership/${academicYear}`;
  const body = { spans, revision: null };
  expect((await service.ask(scene.broker, { method: "PUT", path, body })).status).toBe(200);
  const list = listWith(proclaimed);
  const preview = CalendarImport.parse((await upload(scene.broker, list, "&preview=true")).body);
  expect(preview.applied).toBe(false);
  const applied = CalendarImport.parse((await upload(scene.broker, list)).body);
  expect(applied.calendars.map((each) => each.academicYear).every((year) => year >= academicYear)).toBe(true);
  const changed = applied.calendars.find((each) => each.academicYear === academicYear);
  expect(changed?.spans.map(({ from }) => from).toSorted()).toEqual([proclaimed, byHand].toSorted());
  const years = applied.calendars.map(({ change }) => change);
  const again = CalendarImport.parse((await upload(scene.broker, list)).body);
  expect(again.calendars.map(({ change }) => change)).toEqual(years.map(() => "unchanged"));
  const { body: own } = await scene.get(
    scene.broker,
    `/schools/${scene.schools[0]}/calendar?academicYear=${academicYear}`,
  );
  const shown = calendarsRoutes.getSchoolCalendar.replies[200].parse(own);
  expect(shown.spans.filter(({ kind }) => kind === "closed").map(({ from }) => from)).toContain(proclaimed);
});

test("a list of another nation is refused, and only a broker imports one", async () => {
  const english = listWith(`${today().slice(0, 4)}-03-17`);
  const lacking = english.replaceAll(/BEGIN:VEVENT\r\nDTSTART;VALUE=DATE:\d{4}0[58][^]*?END:VEVENT\r\n/g, "");
  expect(problemIn(await upload(scene.broker, lacking))).toMatchObject({ code: "file-refused" });
  const [school] = scene.schools;
  if (!school) throw new Error("The scene has schools");
  expect(problemIn(await upload(scene.head(school), english))).toMatchObject({ status: 403 });
});
