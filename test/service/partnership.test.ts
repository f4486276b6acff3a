import { describe, expect, test } from "vitest";
import { AuditView, pageOf, PartnershipView } from "../../shared/contract/routes/views.ts";
import { newPartnership } from "../harness/service.ts";
import { serviceForTests } from "../harness/serviceForTests.ts";
import { partnershipBody, problemIn, setUp, trailOfPartnership } from "./withSchools.ts";

const service = await serviceForTests();
const { get } = service;
const Trail = pageOf(AuditView);

describe("setting a partnership up", () => {
  test("gives it the four starting policies, and doing it again changes nothing", async () => {
    const { broker, director, partnershipId } = newPartnership(service);
    expect(problemIn(await get(broker, "/partnership"))).toMatchObject({ status: 404, code: "not-found" });
    const first = await setUp(service, broker);
    expect(first.status).toBe(200);
    const set = PartnershipView.parse(first.body);
    expect(set.partnershipId).toBe(partnershipId);
    expect(set.policies).toHaveLength(4);
    expect((await setUp(service, broker)).body).toEqual(first.body);
    expect((await get(director, "/partnership")).body).toEqual(first.body);
    expect((await trailOfPartnership(service, director)).map(({ action }) => action)).toEqual([
      "partnership-set",
    ]);
  });

  test("keeps the policies when only the name is changed, and replaces them when they are sent", async () => {
    const { broker } = newPartnership(service);
    const { policies } = PartnershipView.parse((await setUp(service, broker)).body);
    const put = async (more: object) =>
      PartnershipView.parse(
        (
          await service.ask(broker, {
            method: "PUT",
            path: "/partnership",
            body: { ...partnershipBody, ...more },
          })
        ).body,
      );
    const raised = policies.map((each) => ({ ...each, basePriority: 3 }));
    expect((await put({ policies: raised })).policies).toEqual(raised);
    const renamed = await put({ name: "Another name" });
    expect([renamed.name, renamed.policies]).toEqual(["Another name", raised]);
  });

  test("of two that were decided on the same reading, the later is refused and changes nothing", async () => {
    const { broker } = newPartnership(service);
    const { policies, revision } = PartnershipView.parse((await setUp(service, broker)).body);
    const put = (path: string, body: object) => service.ask(broker, { method: "PUT", path, body });
    const raised = policies.map((each) => ({ ...each, basePriority: 3 }));
    const written = await put("/partnership", { ...partnershipBody, policies: raised, revision });
    expect(written.body).toEqual((await get(broker, "/partnership")).body);
    const late = [
      await put("/partnership", { ...partnershipBody, policies, revision }),
      await put("/partnership/matching-policy", { reciprocalYears: 5, revision }),
    ];
    expect(late.map(problemIn)).toMatchObject([{ code: "wrong-state" }, { code: "wrong-state" }]);
    expect((await get(broker, "/partnership")).body).toEqual(written.body);
    const again = await put("/partnership", { ...partnershipBody, policies: raised, revision });
    expect([again.status, again.body]).toEqual([200, written.body]);
    const next = PartnershipView.parse(written.body).revision;
    const weighed = await put("/partnership/matching-policy", { reciprocalYears: 5, revision: next });
    expect(weighed.body).toEqual((await get(broker, "/partnership")).body);
  });

  test("is told by its trail from either end, page by page", async () => {
    const { broker } = newPartnership(service);
    await setUp(service, broker);
    for (const name of ["Second", "Third"])
      await service.ask(broker, { method: "PUT", path: "/partnership", body: { ...partnershipBody, name } });
    const asked = async (query: string) =>
      Trail.parse((await get(broker, `/partnership/audit?${query}`)).body);
    const newest = await asked("limit=2&order=newest-first");
    expect(newest.items.map(({ sequence }) => sequence)).toEqual([3, 2]);
    const rest = await asked(`limit=2&order=newest-first&cursor=${newest.nextCursor}`);
    expect([rest.items.map(({ sequence }) => sequence), rest.nextCursor]).toEqual([[1], null]);
    expect((await asked("limit=2")).items.map(({ sequence }) => sequence)).toEqual([1, 2]);
  });

  test("is for brokers alone, and faults are named by their field", async () => {
    const { broker, director } = newPartnership(service);
    const put = (account: string, body: object) =>
      service.ask(account, { method: "PUT", path: "/partnership", body });
    expect(problemIn(await put(director, partnershipBody))).toMatchObject({ status: 403, code: "forbidden" });
    const bad = problemIn(await put(broker, { ...partnershipBody, brokerEmail: "nobody", colour: "red" }));
    expect(bad).toMatchObject({ status: 422, code: "invalid-request" });
    expect(new Set(bad.errors.map((each) => each.pointer))).toEqual(new Set(["/brokerEmail", "/colour"]));
  });
});
