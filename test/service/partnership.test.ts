import { describe, expect, test } from "vitest";
import { PartnershipView } from "../../shared/contract/routes/views.ts";
import { newPartnership } from "../harness/service.ts";
import { serviceForTests } from "../harness/serviceForTests.ts";
import { partnershipBody, problemIn, setUp, trailOfPartnership } from "./withSchools.ts";

const service = await serviceForTests();
const { get } = service;

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
