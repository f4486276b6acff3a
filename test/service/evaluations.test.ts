import * as z from "zod";
import { describe, expect, it } from "vitest";
import { serviceForTests } from "../harness/serviceForTests.ts";
import { agreeWork } from "./agreedWork.ts";
import { endWork, curtailedWork } from "./workSteps.ts";

const service = await serviceForTests();
const { get, put } = service;

const Evaluations = z.object({
  items: z.array(z.object({ side: z.string(), causeForConcern: z.boolean().optional() })),
});

const delivered = () => curtailedWork(service);

const evaluation = { effectiveness: 4, overall: 4, impact: [], comment: "", causeForConcern: false };

describe("evaluations", () => {
  it("wait for the end of the deployment, and each side writes one", async () => {
    const work = await agreeWork(service);
    const path = `${work.at()}/evaluation`;
    expect((await put(work.accounts.receiving, path, evaluation)).status).toBe(409);
    await endWork(service, work, { as: "not-started" });
    expect((await put(work.accounts.receiving, path, evaluation)).body).toMatchObject({ side: "school" });
    expect((await put(work.accounts.receiving, path, evaluation)).status).toBe(409);
    expect((await put(work.accounts.practitioner, path, evaluation)).body).toMatchObject({
      side: "practitioner",
    });
    expect((await put(work.accounts.broker, path, evaluation)).status).toBe(403);
    for (const stranger of ["home", "otherSchool", "otherPerson"] as const)
      expect((await put(work.accounts[stranger], path, evaluation)).status).toBe(404);
  });

  it("are hidden from the other side until it has written its own, and a concern even then", async () => {
    const work = await delivered();
    const { receiving, practitioner, broker, director, home } = work.accounts;
    await put(receiving, `${work.at()}/evaluation`, { ...evaluation, causeForConcern: true });
    const seen = async (account: string) =>
      Evaluations.parse((await get(account, `${work.at()}/evaluations`)).body).items;
    expect(await seen(receiving)).toEqual([{ side: "school", causeForConcern: true }]);
    expect(await seen(practitioner)).toEqual([]);
    expect((await get(home, `${work.at()}/evaluations`)).status).toBe(404);
    for (const overseer of [broker, director])
      expect(await seen(overseer)).toEqual([{ side: "school", causeForConcern: true }]);

    await put(practitioner, `${work.at()}/evaluation`, evaluation);
    expect(await seen(practitioner)).toEqual([
      { side: "practitioner", causeForConcern: false },
      { side: "school" },
    ]);
    expect((await get(home, `${work.at()}/evaluations`)).status).toBe(404);
    expect((await get(work.accounts.otherSchool, `${work.at()}/evaluations`)).status).toBe(404);

    await service.settle();
    const letters = await service.letters();
    const concerns = letters.filter((each) => each.subject.startsWith("A cause for concern"));
    expect(concerns.map((each) => each.to)).toEqual([[work.mailbox.broker]]);
  });

  it("are hidden from a broker who is one of the two sides until their own is written", async () => {
    const work = await delivered();
    const { partnershipId } = work.store;
    const both = service.enrol({
      account: `broker-and-practitioner-${partnershipId.slice(4)}`,
      partnership: partnershipId,
      roles: ["broker", "practitioner"],
      person: work.personId,
    });
    const seen = async () =>
      Evaluations.parse((await get(both, `${work.at()}/evaluations`)).body).items.map(({ side }) => side);
    await put(work.accounts.receiving, `${work.at()}/evaluation`, evaluation);
    expect(await seen()).toEqual([]);
    await put(both, `${work.at()}/evaluation`, evaluation);
    expect(await seen()).toEqual(["practitioner", "school"]);
  });

  it("speak of each agreed objective at most once, and of no other", async () => {
    const work = await delivered();
    const [objectiveId] = work.objectiveIds;
    const said = { objectiveId, comment: "It is taught as planned" };
    const strange = { objectiveId: "obj_99999999", comment: "Something else" };
    const answer = await put(work.accounts.receiving, `${work.at()}/evaluation`, {
      ...evaluation,
      impact: [said, said, strange],
    });
    expect(answer).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: "/impact/1/objectiveId" }, { pointer: "/impact/2/objectiveId" }] },
    });
  });
});
