import { beforeAll, describe, expect, test } from "vitest";
import { SchoolView } from "../../shared/contract/routes/views.ts";
import { SchoolId } from "../../shared/domain/ids.ts";
import { serviceForTests } from "../harness/serviceForTests.ts";
import {
  type Partnership,
  problemIn,
  registerText,
  schoolsSeen,
  sendRegister,
  newlySetUp,
  trailOfPartnership,
} from "./withSchools.ts";

const service = await serviceForTests();
const { get } = service;

const fresh = () => newlySetUp(service);
describe("member schools", () => {
  const csv = registerText({ schools: 60, seed: 2 });
  let ours: Partnership;
  beforeAll(async () => {
    ours = await fresh();
    await sendRegister(service, ours.broker, { csv });
  });

  test("come by name, each once, whatever the size of a page", async () => {
    const whole = await schoolsSeen(service, ours.broker);
    expect(whole).toHaveLength(60);
    expect(whole.map(({ name }) => name.toLowerCase())).toEqual(
      whole.map(({ name }) => name.toLowerCase()).toSorted(),
    );
    expect(await schoolsSeen(service, ours.broker, "limit=7")).toEqual(whole);
    const closed = whole.filter(({ status }) => status === "closed");
    expect(closed.length).toBeGreaterThan(0);
    expect(await schoolsSeen(service, ours.broker, "limit=2&status=closed")).toEqual(closed);
  });

  test("a cursor that no list gave is refused", async () => {
    const elsewhere = Buffer.from(JSON.stringify(["2026-01-05"])).toString("base64url");
    for (const cursor of ["bm9uZQ", elsewhere]) {
      const { code, errors } = problemIn(await get(ours.broker, `/schools?cursor=${cursor}`));
      expect([code, errors[0]?.parameter]).toEqual(["invalid-request", "cursor"]);
    }
  });

  test("of one partnership are nothing to another", async () => {
    const theirs = await fresh();
    const [school] = await schoolsSeen(service, ours.broker, "limit=1");
    expect(problemIn(await get(theirs.broker, `/schools/${school?.schoolId}`))).toMatchObject({
      status: 404,
    });
    const put = await service.ask(theirs.broker, {
      method: "PUT",
      path: `/schools/${school?.schoolId}/contact`,
      body: { headEmail: "head@school.example", inCategoryOfConcern: true },
    });
    expect(problemIn(put)).toMatchObject({ status: 404, code: "not-found" });
    expect(await schoolsSeen(service, theirs.broker)).toEqual([]);
  });

  test("keep their contact across an import, and only the broker sets it", async () => {
    const { broker, director } = await fresh();
    await sendRegister(service, broker, { csv });
    const [school] = await schoolsSeen(service, broker, "limit=1");
    const path = `/schools/${school?.schoolId}/contact`;
    const body = { headEmail: "head@school.example", inCategoryOfConcern: true };
    expect(problemIn(await service.ask(director, { method: "PUT", path, body }))).toMatchObject({
      status: 403,
    });
    const set = await service.ask(broker, { method: "PUT", path, body });
    expect([set.status, SchoolView.parse(set.body)]).toMatchObject([200, body]);
    await service.ask(broker, { method: "PUT", path, body });
    const fewer = csv.trimEnd().split("\r\n").slice(0, -1).join("\r\n");
    expect((await sendRegister(service, broker, { csv: fewer })).status).toBe(200);
    const read = await get(broker, `/schools/${school?.schoolId}`);
    expect(SchoolView.parse(read.body)).toMatchObject(body);
    expect((await schoolsSeen(service, broker, "limit=1"))[0]).toMatchObject(body);
    const trail = await trailOfPartnership(service, broker);
    expect(trail.filter(({ action }) => action === "school-contact-set")).toHaveLength(1);
    expect(JSON.stringify(trail)).not.toContain("head@");
  });

  test("show where their head is written to, and a concern, to the broker alone", async () => {
    const { broker, director, head } = ours;
    const [school] = await schoolsSeen(service, broker, "limit=1");
    if (!school) throw new Error("The register has schools");
    const path = `/schools/${school.schoolId}`;
    const put = (body: object) => service.ask(broker, { method: "PUT", path: `${path}/contact`, body });
    await put({ headEmail: "head@school.example", inCategoryOfConcern: true });
    const nothing = { headEmail: null, inCategoryOfConcern: null };
    for (const account of [director, head(SchoolId.parse(school.schoolId))]) {
      expect(SchoolView.parse((await get(account, path)).body)).toEqual({ ...school, ...nothing });
      expect((await schoolsSeen(service, account)).map((each) => each.inCategoryOfConcern)).toEqual(
        Array.from({ length: 60 }, () => null),
      );
    }
    const none = { headEmail: null, inCategoryOfConcern: false };
    expect((await put(none)).body).toMatchObject(none);
    expect((await get(broker, path)).body).toMatchObject(none);
  });

  test("keep a contact that somebody else set meanwhile, and the broker's word where none is sent", async () => {
    const { broker } = ours;
    const [school] = await schoolsSeen(service, broker, "limit=1");
    const path = `/schools/${school?.schoolId}`;
    const put = (body: object) => service.ask(broker, { method: "PUT", path: `${path}/contact`, body });
    const read = { headEmail: null, inCategoryOfConcern: false };
    const theirs = { headEmail: "theirs@school.example", inCategoryOfConcern: true };
    expect((await put({ ...theirs, before: read })).status).toBe(200);
    expect(problemIn(await put({ headEmail: "mine@school.example", before: read }))).toMatchObject({
      status: 409,
      code: "wrong-state",
    });
    expect((await put({ ...theirs, before: read })).status).toBe(200);
    expect((await get(broker, path)).body).toMatchObject(theirs);
    const mine = { headEmail: "mine@school.example" };
    expect((await put({ ...mine, before: theirs })).body).toMatchObject({ ...theirs, ...mine });
    await put(read);
  });

  test("nobody reads them without signing in", async () => {
    expect((await get(undefined, "/schools")).status).toBe(401);
  });
});
