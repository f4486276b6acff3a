import { describe, expect, test } from "vitest";
import { Me } from "../../shared/contract/routes/me.ts";
import { TaskView } from "../../shared/contract/routes/tasks.ts";
import { pageOf, VisitView } from "../../shared/contract/routes/views.ts";
import { serviceForTests } from "../harness/serviceForTests.ts";
import { agreeWork, type AgreedWork } from "./agreedWork.ts";
import { hoursOf } from "./hours.ts";
import { problemIn } from "./withSchools.ts";
import { deliver, endWork, visitNote } from "./workSteps.ts";

const service = await serviceForTests();
const { post } = service;
const hours = hoursOf(service);

const tasksOf = async ({ accounts, requestId }: AgreedWork, state: "open" | "settled" = "open") => {
  const answer = await service.ask(accounts.broker, { method: "GET", path: `/tasks?state=${state}` });
  return pageOf(TaskView)
    .parse(answer.body)
    .items.filter((task) => task.requestId === requestId);
};
const kindsOf = async (work: AgreedWork, state?: "open" | "settled") =>
  (await tasksOf(work, state)).map(({ evidence }) => evidence.kind);
/** The path of the only open task. */
const taskPath = async (work: AgreedWork): Promise<string> => {
  const open = await tasksOf(work);
  expect(open).toHaveLength(1);
  return `/tasks/${open[0]?.taskId}`;
};
const drafted = async (work: AgreedWork): Promise<string> => {
  const answer = await post(work.accounts.practitioner, `${work.at()}/visits`, visitNote(work));
  return `${work.at()}/visits/${VisitView.parse(answer.body).visitId}`;
};
const submit = async ({ accounts }: AgreedWork, record: string) => {
  expect((await post(accounts.practitioner, `${record}/submission`)).status).toBe(200);
  await service.settle();
};
const answer = async ({ accounts }: AgreedWork, record: string) => {
  const said = await post(accounts.receiving, `${record}/response`, { accurate: true, note: "" });
  expect(said.status).toBe(200);
  await service.settle();
};
/** Until the last day of what is due and beyond: one reminder, then brokers hear of it. */
const untilLate = async (workingDays: number): Promise<void> => {
  await hours.passWorkingDays(workingDays);
  await hours.oneHour();
  await hours.passWorkingDays(1);
  await hours.oneHour();
};
const waitsFor = async (account: string) =>
  Me.parse((await service.get(account, "/me")).body).waiting.map(({ what }) => what);
const evaluate = async (account: string, work: AgreedWork) => {
  const body = { effectiveness: 4, overall: 4, impact: [], comment: "", causeForConcern: false };
  const path = `${work.at()}/evaluation`;
  expect((await service.ask(account, { method: "PUT", path, body })).status).toBe(200);
  await service.settle();
};

describe("a record that is late", () => {
  test("is a broker's task until it is sent, and then until the school gives its word", async () => {
    await hours.toSomeOpenDays();
    const work = await agreeWork(service);
    const { mailbox } = work;
    const record = await drafted(work);
    await untilLate(5);
    expect(await tasksOf(work)).toMatchObject([
      {
        evidence: { kind: "record-late", since: visitNote(work).visitedOn },
        personId: work.personId,
        requestId: work.requestId,
      },
    ]);
    await submit(work, record);
    expect(await tasksOf(work, "settled")).toMatchObject([
      { evidence: { kind: "record-late" }, settledAs: "no-longer-so" },
    ]);
    await hours.oneHour();
    expect(await hours.lettersTo(mailbox.receiving, "still waits for your word")).toBe(0);
    const since = hours.today();
    await hours.passWorkingDays(5);
    await hours.oneHour();
    expect(await hours.lettersTo(mailbox.receiving, "still waits for your word")).toBe(1);
    expect(await tasksOf(work)).toEqual([]);
    await hours.passWorkingDays(1);
    await hours.oneHour();
    expect(await hours.lettersTo(mailbox.broker, "is not answered")).toBe(1);
    expect(await tasksOf(work)).toMatchObject([{ evidence: { kind: "record-unanswered", since } }]);
    await answer(work, record);
    expect(await tasksOf(work)).toEqual([]);
    await untilLate(5);
    expect(await tasksOf(work)).toEqual([]);
    expect(await hours.lettersTo(mailbox.receiving, "still waits for your word")).toBe(1);
  });

  test("goes with the ending of the work, but for one that the school has still to answer", async () => {
    await hours.toSomeOpenDays();
    const work = await agreeWork(service);
    const [sent] = [await drafted(work), await drafted(work)];
    await submit(work, sent);
    await untilLate(5);
    expect((await kindsOf(work)).toSorted()).toEqual(["record-late", "record-unanswered"]);
    await endWork(service, work, { as: "curtailed" });
    expect(await kindsOf(work)).toEqual(["record-unanswered"]);
    expect(await tasksOf(work, "settled")).toMatchObject([{ settledAs: "work-ended" }]);
    await answer(work, sent);
    expect(await kindsOf(work)).toEqual([]);
  });

  test("whose work is handed over goes with it", async () => {
    await hours.toSomeOpenDays();
    const work = await agreeWork(service);
    await drafted(work);
    await untilLate(5);
    const body = { as: "handed-over", reason: "The practitioner has not come" };
    const handedOver = await post(work.accounts.broker, `${await taskPath(work)}/settlement`, body);
    expect(handedOver.body).toMatchObject({ state: "settled", settledAs: "handed-over" });
  });
});

test("a late evaluation is a task for each side, which is settled when it comes or is waived, and not otherwise", async () => {
  await hours.toSomeOpenDays();
  const work = await agreeWork(service);
  const { broker, receiving, practitioner } = work.accounts;
  await deliver(service, work, 1);
  await endWork(service, work, { as: "curtailed" });
  await untilLate(10);
  const sides = (await tasksOf(work)).flatMap(({ evidence }) =>
    evidence.kind === "evaluation-late" ? [evidence.side] : [],
  );
  expect(sides.toSorted()).toEqual(["practitioner", "school"]);
  await evaluate(receiving, work);
  const path = await taskPath(work);
  const reason = "The practitioner has left the profession";
  for (const as of ["goes-on", "handed-over"]) {
    const refused = problemIn(await post(broker, `${path}/settlement`, { as, reason }));
    expect(refused).toMatchObject({ code: "wrong-state" });
  }
  const waived = await post(broker, `${path}/settlement`, { as: "waived", reason });
  expect(waived.body).toMatchObject({ state: "settled", settledAs: "waived" });
  expect(await waitsFor(practitioner)).not.toContain("evaluate");
  const reopening = { reason: "They have not" };
  expect((await post(broker, `${path}/reopening`, reopening)).body).toMatchObject({ state: "open" });
  expect(await waitsFor(practitioner)).toContain("evaluate");
  await evaluate(practitioner, work);
  expect(await kindsOf(work)).toEqual([]);
  expect(problemIn(await post(broker, `${path}/reopening`, reopening))).toMatchObject({
    code: "wrong-state",
  });
});
