import { describe, expect, test } from "vitest";
import { calendarsRoutes } from "../../shared/contract/routes/calendars.ts";
import { type Answered, newPartnership } from "../harness/service.ts";
import { serviceForTests } from "../harness/serviceForTests.ts";
import { setScene } from "./scene.ts";
import { problemIn, trailOfPartnership } from "./withSchools.ts";

const service = await serviceForTests();

const scene = await setScene(service);
const { schoolAt } = scene;

const year = "2030-31";

const put = (account: string, holder: string, body: object): Promise<Answered> =>
  service.ask(account, { method: "PUT", path: `/calendars/${holder}/${year}`, body });

const yearOf = async (index: number) => {
  const answer = await scene.get(scene.broker, `/schools/${schoolAt(index)}/calendar?academicYear=${year}`);
  return calendarsRoutes.getSchoolCalendar.replies[200].parse(answer.body);
};

const actions = async (): Promise<string[]> =>
  (await trailOfPartnership(service, scene.broker)).map(({ action }) => action);

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
