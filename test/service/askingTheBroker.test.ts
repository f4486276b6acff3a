import { describe, expect, test } from "vitest";
import * as z from "zod";
import { TaskView } from "../../shared/contract/routes/tasks.ts";
import { pageOf } from "../../shared/contract/routes/views.ts";
import { requests } from "../../shared/store/rows/requests.ts";
import { expectBody } from "../harness/area.ts";
import { newPartnership } from "../harness/service.ts";
import { serviceForTests } from "../harness/serviceForTests.ts";
import { agreeWork, type AgreedWork } from "./agreedWork.ts";
import { trailOfWork } from "./tasksOfWork.ts";
import { problemIn } from "./withSchools.ts";
import { curtailedWork } from "./workSteps.ts";

const service = await serviceForTests();
const { get, post } = service;
const words = "I cannot come until Easter";
const Asked = z.object({ asked: z.array(z.object({ by: z.string(), words: z.string() }).loose()) });

const ask = (work: AgreedWork, account: string, body: object = { words }) =>
  post(account, `${work.at()}/questions`, body);
const askedBy = async (work: AgreedWork, account: string) =>
  expectBody(await get(account, `${work.at()}/questions`), 200, Asked).asked;
const tasksNow = async ({ accounts }: AgreedWork) =>
  expectBody(await get(accounts.broker, "/tasks?kind=broker-asked"), 200, pageOf(TaskView)).items;

/** Settles the one question that is open. */
async function decide(work: AgreedWork, as: "goes-on" | "handed-over"): Promise<void> {
  const [task] = await tasksNow(work);
  const body = { as, reason: "As it was told by telephone" };
  const settled = await post(work.accounts.broker, `/tasks/${task?.taskId}/settlement`, body);
  expect(settled.status).toBe(200);
  await service.settle();
}

describe("asking the broker how work is to go on", () => {
  test("is a task of brokers, who are written to; no other side learns of it, nor a trail the words", async () => {
    const work = await agreeWork(service);
    const { broker, practitioner, receiving, home, director } = work.accounts;
    expect((await ask(work, practitioner)).status).toBe(201);
    await service.settle();
    expect(await tasksNow(work)).toMatchObject([
      { evidence: { by: "practitioner", words }, deploymentId: work.at().split("/").at(-1) },
    ]);
    const told = (await service.letters()).filter(({ to }) => to.includes(work.mailbox.broker));
    expect(told.at(-1)?.subject).toMatch(/^You are asked about the support at /);
    expect(JSON.stringify(told)).not.toContain(words);
    expect(await askedBy(work, practitioner)).toMatchObject([{ words, settledAs: null }]);
    expect(await askedBy(work, broker)).toHaveLength(1);
    for (const other of [receiving, home]) expect(await askedBy(work, other)).toEqual([]);
    expect((await get(director, `${work.at()}/questions`)).status).toBe(403);
    expect(JSON.stringify(await trailOfWork(service, work))).not.toContain(words);
  });

  test("is done by either school too, each once while it is open, and by the broker who was told", async () => {
    const work = await agreeWork(service);
    const { broker, practitioner, receiving, home } = work.accounts;
    for (const account of [receiving, home, broker, practitioner])
      expect((await ask(work, account)).status).toBe(201);
    const sides = (await tasksNow(work)).map(({ evidence }) => "by" in evidence && evidence.by);
    expect(new Set(sides)).toEqual(new Set(["supported-school", "home-school", "broker", "practitioner"]));
    expect(problemIn(await ask(work, home))).toMatchObject({ code: "wrong-state" });
  });

  test("is answered in a letter where the work goes on, and may be done again", async () => {
    const work = await agreeWork(service);
    const { practitioner } = work.accounts;
    await ask(work, practitioner);
    await decide(work, "goes-on");
    const told = (await service.letters()).filter(({ to }) => to.includes(work.mailbox.practitioner));
    expect(told.at(-1)?.subject).toMatch(/^The broker has answered: /);
    expect(JSON.stringify(told)).not.toContain("by telephone");
    expect(await askedBy(work, practitioner)).toMatchObject([{ settledAs: "goes-on" }]);
    expect((await ask(work, practitioner)).status).toBe(201);
  });

  test("may end in handing the work over, for the days that are left", async () => {
    const work = await agreeWork(service);
    const { practitioner, home } = work.accounts;
    await ask(work, home);
    await decide(work, "handed-over");
    expect(await work.store.get(requests, work)).toMatchObject({
      state: "open",
      slotsOpen: 1,
      daysSought: 4,
    });
    expect(await askedBy(work, home)).toMatchObject([{ settledAs: "handed-over" }]);
    expect(problemIn(await ask(work, practitioner))).toMatchObject({ code: "wrong-state" });
  });

  test("needs words, a part in the work, and work that goes on", async () => {
    const work = await agreeWork(service);
    expect((await ask(work, work.accounts.home, { words: "" })).status).toBe(422);
    for (const stranger of [
      work.accounts.otherSchool,
      work.accounts.otherPerson,
      newPartnership(service).broker,
    ])
      expect((await ask(work, stranger)).status).toBe(404);
    const ended = await curtailedWork(service);
    expect(problemIn(await ask(ended, ended.accounts.receiving))).toMatchObject({ code: "wrong-state" });
  });
});
