import { describe, expect, test } from "vitest";
import { calendarsRoutes } from "../../shared/contract/routes/calendars.ts";
import type { Answered } from "../harness/service.ts";
import { serviceForTests } from "../harness/serviceForTests.ts";
import { setScene } from "./scene.ts";
import { problemIn, trailOfPartnership } from "./withSchools.ts";

const service = await serviceForTests();

const scene = await setScene(service);
const { schoolAt } = scene;

const upload = (csv: string, query = "", type = "text/csv"): Promise<Answered> =>
  service.ask(scene.broker, {
    method: "POST",
    path: `/calendar-imports${query}`,
    csv,
    headers: { "content-type": type },
  });

const changesIn = (answer: Answered) =>
  calendarsRoutes.importCalendars.replies[200].parse(answer.body).calendars.map(({ change }) => change);

const actions = async (): Promise<string[]> =>
  (await trailOfPartnership(service, scene.broker)).map(({ action }) => action);

describe("importing calendars", () => {
  const header = "Authority code,School URN,Kind,Name,From,To";
  const csv = [
    header,
    "373,,term,Autumn term,2032-09-01,2032-12-17",
    "373,,holiday,Half term,2032-10-25,2032-10-29",
    ",100004,inset,Training,2032-09-01,",
  ].join("\r\n");

  test("is written only over the calendars that were seen, all or none", async () => {
    const days = (day: string) => `${header}\n,100004,inset,Training,${day},\n373,,inset,Training,${day},`;
    const file = days("2031-09-02");
    const preview = await upload(file, "?preview=true");
    const { seen } = calendarsRoutes.importCalendars.replies[200].parse(preview.body);
    await upload(`${header}\n,100004,inset,Training,2031-09-03,`);
    const refused = problemIn(await upload(file, `?seen=${seen}`));
    expect(refused).toMatchObject({ status: 409, code: "wrong-state" });
    const now = await upload(file, "?preview=true");
    expect(changesIn(now)).toEqual(["changed", "added"]);
    const looked = calendarsRoutes.importCalendars.replies[200].parse(now.body).seen;
    expect((await upload(file, `?seen=${looked}`)).status).toBe(201);
  });

  test("the template is a file that the import itself reads", async () => {
    const template = await scene.get(scene.broker, "/calendar-imports/template");
    expect(template.headers.get("content-type")).toContain("text/csv");
    expect((await upload(String(template.body), "?preview=true")).status).toBe(200);
  });

  test("a preview shows what would change and writes nothing; the same file twice changes nothing", async () => {
    const preview = await upload(csv, "?preview=true");
    expect(preview.status).toBe(200);
    expect(preview.body).toMatchObject({
      applied: false,
      calendars: [
        { holder: "authority-373", change: "added", warnings: [expect.stringContaining("days for pupils")] },
        { holder: schoolAt(3), change: "added", insetDays: 1 },
      ],
    });
    const written = (await actions()).length;
    const applied = await upload(csv);
    expect([applied.status, changesIn(applied)]).toEqual([201, ["added", "added"]]);
    expect((await actions()).slice(written)).toEqual(["calendars-imported"]);
    const again = await upload(csv);
    expect([again.status, changesIn(again)]).toEqual([201, ["unchanged", "unchanged"]]);
    const longer = await upload(csv.replace("2032-12-17", "2032-12-21"), "?preview=true");
    expect(longer.body).toMatchObject({ calendars: [{ change: "changed", opened: 2, closed: 0 }, {}] });
    const { body } = await scene.get(scene.director, "/calendars?holder=authority-373");
    const { items } = calendarsRoutes.listCalendars.replies[200].parse(body);
    expect(items.map(({ academicYear, spans }) => [academicYear, spans.length])).toContainEqual([
      "2032-33",
      2,
    ]);
  });

  test("every bad row is named, and nothing of the file is written", async () => {
    const written = (await actions()).length;
    const bad = [csv, "999,,inset,Training,2032-09-01,", ",999999,inset,Training,2032-09-01,"].join("\r\n");
    const problem = problemIn(await upload(bad));
    expect(problem).toMatchObject({ status: 422, code: "file-refused" });
    expect(problem.errors.map(({ row }) => row)).toEqual([6]);
    const strange = problemIn(await upload([csv, "999,,inset,Training,2032-09-01,"].join("\r\n")));
    expect(strange.errors).toEqual([{ row: 5, detail: expect.stringContaining("authority-999") }]);
    expect((await actions()).length).toBe(written);
  });

  test("iCalendar is one holder's, who must be named", async () => {
    const ical = [
      "BEGIN:VCALENDAR",
      "BEGIN:VEVENT",
      "SUMMARY:Spring term",
      "DTSTART;VALUE=DATE:20340104",
      "DTEND;VALUE=DATE:20340325",
      "END:VEVENT",
      "END:VCALENDAR",
    ].join("\r\n");
    const unnamed = problemIn(await upload(ical, "", "text/calendar"));
    expect([unnamed.status, unnamed.errors[0]?.parameter]).toEqual([422, "holder"]);
    const done = await upload(ical, `?holder=${schoolAt(4)}`, "text/calendar");
    expect(done.body).toMatchObject({
      applied: true,
      calendars: [{ holder: schoolAt(4), academicYear: "2033-34", change: "added" }],
    });
    expect((await upload(ical, `?holder=${schoolAt(4)}`, "text/html")).status).toBe(415);
    expect((await upload(ical, "?holder=authority-999", "text/calendar")).status).toBe(422);
  });
});
