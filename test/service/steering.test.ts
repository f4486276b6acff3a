import { describe, expect, test } from "vitest";
import * as z from "zod";
import { RequestView } from "../../shared/contract/routes/views.ts";
import { addPractitioner, confirm, expectBody, runMatch, submitRequest } from "../harness/area.ts";
import { groundWithArea } from "./groundWithArea.ts";

const { service, area, school } = await groundWithArea();
const { post } = service;

const read = async (requestId: string) =>
  expectBody(
    await service.ask(area.broker, { method: "GET", path: `/requests/${requestId}` }),
    200,
    RequestView,
  );

describe("steering and withdrawing", () => {
  test("a pinned practitioner can be excluded instead, never both", async () => {
    const personId = await addPractitioner(service, area, { home: school(6).schoolId, code: "CT-12" });
    const change = { codes: { primary: "CT-12", secondary: [] } };
    const id = await submitRequest(service, area, { school: school(7).schoolId, change });
    const body = { personId, reason: "Knows the school" };
    expectBody(await post(area.broker, `/requests/${id}/pins`, body), 200, RequestView);
    expect((await post(area.broker, `/requests/${id}/pins`, body)).status).toBe(409);
    const excluded = expectBody(
      await post(area.broker, `/requests/${id}/exclusions`, body),
      200,
      RequestView,
    );
    expect(excluded).toMatchObject({ pins: [], exclusions: [body] });
    const { proposals } = await runMatch(service, area);
    expect(proposals.filter((each) => each.requestId === id)).toEqual([]);
  });

  test("withdrawing ends live offers, and gives back what they held", async () => {
    const personId = await addPractitioner(service, area, { home: school(8).schoolId, code: "CT-16" });
    const change = { codes: { primary: "CT-16", secondary: [] } };
    const id = await submitRequest(service, area, { school: school(9).schoolId, change });
    const { proposals } = await runMatch(service, area);
    const mine = proposals.find((each) => each.requestId === id);
    if (!mine) throw new Error("Nobody was proposed");
    const offer = await confirm(service, area, mine);
    const offerPath = `/requests/${id}/offers/${offer.offerId}`;
    const accepted = await post(area.practitioner(personId), `${offerPath}/acceptance`, {});
    expect(accepted.status).toBe(200);
    const capacity = async () =>
      z.object({ daysLeft: z.number(), deploymentsLeft: z.number() }).parse(
        (
          await service.ask(area.practitioner(personId), {
            method: "GET",
            path: `/people/${personId}/capacity`,
          })
        ).body,
      );
    expect(await capacity()).toEqual({ daysLeft: 13, deploymentsLeft: 1 });
    const reason = { reason: "The new deputy will do it" };
    const withdrawn = await post(area.head(school(9).schoolId), `/requests/${id}/withdrawal`, reason);
    expect(expectBody(withdrawn, 200, RequestView)).toMatchObject({
      state: "closed",
      closure: { as: "withdrawn" },
    });
    expect(await capacity()).toEqual({ daysLeft: 15, deploymentsLeft: 2 });
    const ended = await service.ask(area.broker, { method: "GET", path: offerPath });
    expect(ended.body).toMatchObject({ state: "withdrawn" });
  });

  test("withdrawing what is agreed in part keeps those who agreed and gives up the other places", async () => {
    const personId = await addPractitioner(service, area, { home: school(10).schoolId, code: "CT-13" });
    const change = { codes: { primary: "CT-13", secondary: [] }, people: 2 };
    const id = await submitRequest(service, area, { school: school(11).schoolId, change });
    const { proposals } = await runMatch(service, area);
    const mine = proposals.find((each) => each.requestId === id);
    if (!mine) throw new Error("Nobody was proposed");
    const offer = await confirm(service, area, mine);
    const path = `/requests/${id}/offers/${offer.offerId}`;
    const { objectives } = await read(id);
    await post(area.practitioner(personId), `${path}/acceptance`, {});
    await post(area.head(school(10).schoolId), `${path}/release`, { released: true });
    await post(area.head(school(11).schoolId), `${path}/agreement`, {
      agreed: true,
      objectives: objectives.map((each) => each.objectiveId),
    });
    expect(await read(id)).toMatchObject({ state: "open", slotsOpen: 1 });
    const reason = { reason: "One person is enough after all" };
    const answer = await post(area.broker, `/requests/${id}/withdrawal`, reason);
    expect(expectBody(answer, 200, RequestView)).toMatchObject({ state: "agreed", people: 1, slotsOpen: 0 });
  });
});
