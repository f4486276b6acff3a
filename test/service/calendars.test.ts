import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as z from "zod";
import { calendarsRoutes } from "../../shared/contract/routes/calendars.ts";
import { academicYearOf, addMonths, dateAt } from "../../shared/domain/calendar.ts";
import { type SchoolCalendar, usualCalendar } from "../../shared/domain/calendarInForce.ts";
import { addWorkingDaysAt, workingDaysBetweenAt } from "../../shared/domain/calendarOfSchool.ts";
import { DeploymentId, FollowUpId, SchoolId } from "../../shared/domain/ids.ts";
import type { FollowUp } from "../../shared/domain/outcome.ts";
import { startingPolicies } from "../../shared/domain/partnership.ts";
import { calendarYears } from "../../shared/store/rows/calendars.ts";
import { followUps } from "../../shared/store/rows/deployments.ts";
import { type Answered, newPartnership, type Service, startService } from "../harness/service.ts";
import { toWorkingDay } from "../harness/workingDay.ts";
import { read } from "./read.ts";
import { type Scene, setScene } from "./scene.ts";
import { problemIn } from "./withSchools.ts";

let service: Service;
let scene: Scene;

beforeAll(async () => {
  service = await startService();
  scene = await setScene(service);
});

afterAll(() => service.close());

const year = "2030-31";
const put = (account: string, holder: string, body: object): Promise<Answered> =>
  service.ask(account, { method: "PUT", path: `/calendars/${holder}/${year}`, body });
const upload = (csv: string, query = "", type = "text/csv"): Promise<Answered> =>
  service.ask(scene.broker, {
    method: "POST",
    path: `/calendar-imports${query}`,
    csv,
    headers: { "content-type": type },
  });
const schoolAt = (index: number): SchoolId => scene.schools[index] ?? SchoolId.parse("sch_00000000");
const yearOf = async (index: number) => {
  const answer = await scene.get(scene.broker, `/schools/${schoolAt(index)}/calendar?academicYear=${year}`);
  return calendarsRoutes.getSchoolCalendar.replies[200].parse(answer.body);
};
const changesIn = (answer: Answered) =>
  calendarsRoutes.importCalendars.replies[200].parse(answer.body).calendars.map(({ change }) => change);
const actions = async (): Promise<string[]> => {
  const { body } = await scene.get(scene.broker, "/partnership/audit?limit=200");
  return z
    .object({ items: z.array(z.object({ action: z.string() })) })
    .parse(body)
    .items.map((each) => each.action);
};

const autumn = { kind: "term", name: "Autumn term", from: "2030-09-03", to: "2030-12-19" };
const own = { kind: "term", name: "Autumn term", from: "2030-08-28", to: "2030-12-13" };

describe("writing a calendar in place", () => {
  test("a school's own go before its authority's, and the answer says whose they are", async () => {
    expect(await yearOf(0)).toMatchObject({ source: "default", notice: expect.stringContaining("usual") });
    expect((await put(scene.broker, "authority-373", { spans: [autumn], revision: null })).status).toBe(200);
    const of = (source: string, { name, from, to }: typeof autumn) => ({ source, name, from, to });
    const given = await yearOf(0);
    expect([given.terms[0], given.source]).toEqual([of("authority", autumn), "default"]);
    expect(given.notice).toContain("authority");
    const head = scene.head(schoolAt(0));
    expect((await put(head, schoolAt(0), { spans: [own], revision: null })).body).toMatchObject({
      holder: schoolAt(0),
      revision: 0,
      warnings: [expect.stringContaining("days for pupils")],
    });
    const mixed = await yearOf(0);
    expect(mixed.terms[0]).toEqual(of("school", own));
    expect(new Set(mixed.terms.slice(1).map(({ source }) => source))).toEqual(new Set(["default"]));
    expect([mixed.source, mixed.notice]).toEqual(["default", expect.stringContaining("usual")]);
    const whole = { ...own, name: "All year", to: "2031-07-18" };
    expect((await put(head, schoolAt(0), { spans: [whole], revision: 0 })).status).toBe(200);
    expect(await yearOf(0)).toMatchObject({ source: "school", notice: null, terms: [of("school", whole)] });
    expect((await yearOf(1)).terms[0]?.source).toBe("authority");
    expect((await put(head, schoolAt(0), { spans: [], revision: 1 })).status).toBe(200);
    expect((await yearOf(0)).terms[0]?.source).toBe("authority");
  });

  test("a change made on an old reading is refused, and the same again changes nothing", async () => {
    const body = { spans: [own], revision: null };
    expect((await put(scene.broker, schoolAt(1), body)).status).toBe(200);
    expect(problemIn(await put(scene.broker, schoolAt(1), body))).toMatchObject({
      status: 409,
      code: "already-exists",
    });
    const written = (await actions()).length;
    expect((await put(scene.broker, schoolAt(1), { spans: [own], revision: 0 })).body).toMatchObject({
      revision: 0,
    });
    expect((await actions()).length).toBe(written);
    expect((await put(scene.broker, schoolAt(1), { spans: [autumn], revision: 0 })).body).toMatchObject({
      revision: 1,
    });
    expect(problemIn(await put(scene.broker, schoolAt(1), { spans: [own], revision: 0 }))).toMatchObject({
      status: 409,
      code: "wrong-state",
    });
    expect((await actions()).at(-1)).toBe("calendar-set");
  });

  test("the last writing is taken back, and that too, by who may write it and has read it", async () => {
    const undo = (account: string, holder: string, revision: number): Promise<Answered> =>
      scene.post(account, `/calendars/${holder}/2034-35/undo`, { revision });
    const write = (spans: readonly object[], revision: number | null): Promise<Answered> =>
      service.ask(scene.broker, {
        method: "PUT",
        path: `/calendars/${schoolAt(2)}/2034-35`,
        body: { spans, revision },
      });
    const [first, second] = [2, 3].map((day) => ({
      ...autumn,
      from: `2034-09-0${day}`,
      to: "2034-12-19",
    }));
    const head = scene.head(schoolAt(2));
    expect((await undo(head, schoolAt(2), 0)).status).toBe(404);
    expect((await write([first ?? {}], null)).body).toMatchObject({ spansBefore: null });
    expect((await write([second ?? {}], 0)).body).toMatchObject({ spans: [second], spansBefore: [first] });
    expect((await undo(scene.head(schoolAt(3)), schoolAt(2), 1)).status).toBe(403);
    expect(problemIn(await undo(head, schoolAt(2), 0))).toMatchObject({ status: 409, code: "wrong-state" });
    const undone = await undo(head, schoolAt(2), 1);
    expect(undone.body).toMatchObject({ spans: [first], spansBefore: [second], revision: 2 });
    expect((await actions()).at(-1)).toBe("calendar-undone");
    const again = () =>
      service.ask(scene.broker, {
        method: "POST",
        path: `/calendars/${schoolAt(2)}/2034-35/undo`,
        body: { revision: 2 },
        headers: { "idempotency-key": "undo-once" },
      });
    const once = await again();
    expect(once.body).toMatchObject({ spans: [second], revision: 3 });
    expect((await again()).body).toEqual(once.body);
    const stranger = newPartnership(service).broker;
    expect((await undo(stranger, schoolAt(2), 3)).status).toBe(404);
  });

  test("of two first writings at once, one is kept and the other is told so", async () => {
    const statuses = await Promise.all(
      [own, autumn].map(async (span) => {
        const answer = await put(scene.broker, schoolAt(2), { spans: [span], revision: null });
        return answer.status;
      }),
    );
    expect(statuses.toSorted((a, b) => a - b)).toEqual([200, 409]);
  });

  test("each impossible span is named by its pointer", async () => {
    const spans = [autumn, { ...own, name: "Again" }, { ...autumn, kind: "inset", to: "2030-09-02" }];
    const problem = problemIn(await put(scene.broker, schoolAt(3), { spans, revision: null }));
    expect([problem.status, problem.errors.map(({ pointer }) => pointer)]).toEqual([
      422,
      ["/spans/1", "/spans/2"],
    ]);
    const term = problemIn(await put(scene.broker, "partnership", { spans: [autumn], revision: null }));
    expect(term.status).toBe(422);
  });

  test("a school writes no other's calendar, others none, and a stranger has none", async () => {
    const body = { spans: [own], revision: null };
    const head = scene.head(schoolAt(4));
    for (const holder of [schoolAt(5), "authority-373", "partnership"])
      expect(problemIn(await put(head, holder, body))).toMatchObject({ status: 403, code: "forbidden" });
    expect((await put(scene.director, schoolAt(5), body)).status).toBe(403);
    for (const holder of ["authority-999", "sch_00000000"])
      expect((await put(scene.broker, holder, body)).status).toBe(404);
  });

  test("a day that the partnership closes is closed in every school's year", async () => {
    const before = await yearOf(5);
    const spans = [{ kind: "closed", name: "Proclaimed holiday", from: "2030-10-08", to: "2030-10-08" }];
    expect((await put(scene.broker, "partnership", { spans, revision: null })).status).toBe(200);
    const after = await yearOf(5);
    expect(before.pupilDays - after.pupilDays).toBe(1);
    expect(after.bankHolidays).toContain("2031-05-05");
  });
});

describe("importing calendars", () => {
  const header = "Authority code,School URN,Kind,Name,From,To";
  const csv = [
    header,
    "373,,term,Autumn term,2032-09-01,2032-12-17",
    "373,,holiday,Half term,2032-10-25,2032-10-29",
    ",100004,inset,Training,2032-09-01,",
  ].join("\r\n");

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

describe("deadlines by the calendar of the school that answers", () => {
  const wholeYear = (academicYear: string) => {
    const first = Number(academicYear.slice(0, 4));
    return { kind: "term", name: "All year", from: `${first}-09-01`, to: `${first + 1}-08-31` } as const;
  };
  const closedOn = (date: string) => ({ kind: "closed", name: "Flood", from: date, to: date }) as const;

  const rowsOf = (holder: string, closed: readonly string[], revision: number) => {
    const today = dateAt(service.host.world.now());
    const years = [academicYearOf(today), academicYearOf(addMonths(today, 12))];
    return years.map((academicYear) => ({
      holder,
      academicYear,
      spans: [
        wholeYear(academicYear),
        ...closed.filter((date) => academicYearOf(date) === academicYear).map(closedOn),
      ],
      spansBefore: null,
      revision,
    }));
  };
  /** Puts a calendar in the store as if it had been written, with any number of closed days. */
  const stage = (...written: Parameters<typeof rowsOf>): Promise<void> =>
    scene.store.stage(calendarYears, rowsOf(...written));
  const openAllYear = (): SchoolCalendar => ({ ...usualCalendar, school: rowsOf(schoolAt(5), [], 0) });
  const daysAfter = (date: string, days: number): string => addWorkingDaysAt(openAllYear(), date, days);

  test("an offer skips the home school's closed days, and moves on when one is closed after it was sent", async () => {
    const person = await scene.addPerson(5);
    const request = await scene.addRequest(4);
    const today = dateAt(service.host.world.now());
    const closed = [daysAfter(today, 1), daysAfter(today, 2)];
    await stage(schoolAt(5), closed, 0);
    const offer = read.offer(await scene.confirm(await scene.run(), request, person));
    expect(offer.deadlineCalendar).toEqual({ source: "school", notice: null });
    const asked = dateAt(offer.expiresAt ?? "");
    const days = workingDaysBetweenAt(openAllYear(), today, asked);
    expect(days).toBe((policyDays() ?? 0) + closed.length);

    await stage(schoolAt(5), [...closed, asked], 1);
    const path = `/requests/${offer.requestId}/offers/${offer.offerId}`;
    const shown = read.offer(await scene.get(person.account, path));
    expect(dateAt(shown.expiresAt ?? "")).toBe(daysAfter(asked, 1));
    for (const list of ["/offers?limit=200", `/requests/${offer.requestId}/offers`]) {
      const { body } = await scene.get(scene.broker, list);
      expect(body).toMatchObject({ items: expect.arrayContaining([shown]) });
    }
    await service.fire("hour");
    await service.settle();
    const moved = read.offer(await scene.get(person.account, path));
    expect(dateAt(moved.expiresAt ?? "")).toBe(daysAfter(asked, 1));
    expect(moved.state).toBe("sent");

    const accepted = read.offer(await scene.post(person.account, `${path}/acceptance`, { note: null }));
    expect(accepted.state).toBe("accepted");
  });

  test("nobody is asked after on a day on which their school is closed", async () => {
    const { requestId, objectiveId } = await scene.addRequest(0);
    const { world } = service.host;
    await toWorkingDay(service);
    const today = dateAt(world.now());
    const followUp: FollowUp = {
      followUpId: world.fresh(FollowUpId),
      deploymentId: world.fresh(DeploymentId),
      requestId,
      objectiveId,
      schoolId: schoolAt(0),
      after: "one-term",
      dueOn: "2020-01-06",
      state: "due",
      answer: null,
      revision: 0,
    };
    await scene.store.stage(followUps, [followUp]);
    const stateAfterAnHour = async () => {
      await service.fire("hour");
      await service.settle();
      return (await scene.store.get(followUps, followUp))?.state;
    };
    await stage(schoolAt(0), [today], 0);
    expect(await stateAfterAnHour()).toBe("due");
    await stage(schoolAt(0), [], 1);
    expect(await stateAfterAnHour()).toBe("asked");
  });
});

const policyDays = () =>
  startingPolicies("2020-04-01").find(({ name }) => name === "traded-improvement")?.consentWorkingDays
    .practitioner;
