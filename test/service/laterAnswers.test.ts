import { describe, expect, test } from "vitest";
import { Me } from "../../shared/contract/routes/me.ts";
import { FollowUpView, DeploymentView, pageOf } from "../../shared/contract/routes/views.ts";
import { TaskView } from "../../shared/contract/routes/tasks.ts";
import { academicYearOf, addDays, addMonths } from "../../shared/domain/calendar/calendar.ts";
import { usualCalendar } from "../../shared/domain/calendar/calendarInForce.ts";
import { workingDayFrom } from "../../shared/domain/calendar/calendarOfSchool.ts";
import type { TaskKind } from "../../shared/domain/tasks/task.ts";
import { allSchools } from "../../shared/store/schools.ts";
import { followUpsToChase } from "../../shared/store/rows/deployments.ts";
import { serviceForTests } from "../harness/serviceForTests.ts";
import { agreeWork, type AgreedWork } from "./agreedWork.ts";
import { hoursOf } from "./hours.ts";
import { setScene } from "./scene.ts";
import { problemIn } from "./withSchools.ts";
import { deliver, endWork, outcomeNote } from "./workSteps.ts";

/** Answers that nobody gives: whom the service reminds, and what becomes a broker's task. */
const service = await serviceForTests();
const hours = hoursOf(service);

const { post, put } = service;
const get = async (account: string, path: string) => (await service.get(account, path)).body;
const tasksOf = async (broker: string, kind: TaskKind, state = "open") =>
  pageOf(TaskView).parse(await get(broker, `/tasks?kind=${kind}&state=${state}`)).items;
const waived = { as: "waived", reason: "They have told us by telephone" };
const reopening = { reason: "They had not" };

/** Ended work of which one outcome was recorded, and its first question asked. */
async function askedLater(): Promise<AgreedWork> {
  await hours.toSomeOpenDays();
  const work = await agreeWork(service);
  const { receiving } = work.accounts;
  await deliver(service, work, 1);
  await endWork(service, work, { as: "curtailed" });
  const recorded = await put(receiving, `${work.at()}/outcomes/${work.objectiveIds[0]}`, outcomeNote);
  expect(recorded.status).toBe(200);
  const [first] = await followUpsOf(work);
  await hours.goTo(workingDayFrom(usualCalendar, first?.dueOn ?? ""));
  await hours.twoHours();
  return work;
}
const followUpsOf = async ({ accounts }: AgreedWork) =>
  pageOf(FollowUpView).parse(await get(accounts.receiving, "/follow-ups")).items;

describe("a follow-up that a school was asked", () => {
  test("is reminded of once, then a broker's task until it is answered or waived", async () => {
    const work = await askedLater();
    const { broker, receiving } = work.accounts;
    const { mailbox } = work;
    const [asked, later] = await followUpsOf(work);
    const at = `/requests/${work.requestId}/follow-ups/${asked?.followUpId}`;
    expect([asked?.state, asked?.askedOn, later?.state]).toEqual(["asked", hours.today(), "due"]);
    const { waiting } = Me.parse(await get(receiving, "/me"));
    expect(waiting.filter(({ what }) => what === "answer-follow-up")).toMatchObject([{ path: at }]);
    expect(await hours.lettersTo(mailbox.receiving, "Did it last?")).toBe(1);
    await hours.passWorkingDays(10);
    await hours.twoHours();
    expect(await hours.lettersTo(mailbox.receiving, "still awaited: did it last")).toBe(1);
    expect(await tasksOf(broker, "follow-up-unanswered")).toEqual([]);
    expect((await work.store.all(followUpsToChase)).map(({ followUpId }) => followUpId)).toEqual([
      asked?.followUpId,
    ]);
    await hours.passWorkingDays(1);
    await hours.twoHours();
    expect(await hours.lettersTo(mailbox.broker, "Nobody has said whether it lasted")).toBe(1);
    const [task, ...others] = await tasksOf(broker, "follow-up-unanswered");
    expect(others).toEqual([]);
    expect(await work.store.all(followUpsToChase)).toEqual([]);
    expect(task?.evidence).toMatchObject({ followUpId: asked?.followUpId, since: asked?.askedOn });
    const path = `/tasks/${task?.taskId}`;
    const handedOver = { as: "handed-over", reason: "Nobody is there" };
    expect(problemIn(await post(broker, `${path}/settlement`, handedOver))).toMatchObject({ status: 409 });
    expect((await post(broker, `${path}/settlement`, waived)).body).toMatchObject({ settledAs: "waived" });
    await hours.passWorkingDays(1);
    await hours.oneHour();
    expect(await tasksOf(broker, "follow-up-unanswered")).toEqual([]);
    expect((await post(broker, `${path}/reopening`, reopening)).body).toMatchObject({ state: "open" });
    const answer = { direction: "better", evidenceStrength: 2, comment: "It goes on" };
    expect((await post(receiving, `${at}/answer`, answer)).status).toBe(200);
    expect(await tasksOf(broker, "follow-up-unanswered", "settled")).toMatchObject([
      { settledAs: "no-longer-so" },
    ]);
    expect(problemIn(await post(broker, `${path}/reopening`, reopening))).toMatchObject({ status: 409 });
  });
});

describe("a new head who is asked to release somebody", () => {
  const next = "next@new.example";
  /** Work under way of somebody who is about to go to another school. */
  async function moving() {
    await hours.toSomeOpenDays();
    const work = await agreeWork(service);
    const { broker, otherSchool } = work.accounts;
    const before = DeploymentView.parse(await get(broker, work.at()));
    const other = (await allSchools(work.store)).find(
      ({ schoolId }) => schoolId !== before.schoolId && schoolId !== before.homeSchoolId,
    );
    if (!other) throw new Error("There are three schools");
    const contact = { headEmail: next, inCategoryOfConcern: false };
    await put(broker, `/schools/${other.schoolId}/contact`, contact);
    const move = { homeSchoolId: other.schoolId, from: addDays(work.today, 20) };
    expect((await put(broker, `/people/${work.personId}/move`, { move })).status).toBe(200);
    await service.settle();
    const lettersNow = () => hours.lettersTo(next, "still awaited");
    const sent = await lettersNow();
    const release = (released: boolean) => post(otherSchool, `${work.at()}/release`, { released });
    return { work, release, reminders: async () => (await lettersNow()) - sent };
  }

  test("is reminded once before five of their school's days are over, and brokers hear that no answer came", async () => {
    const { work, release, reminders } = await moving();
    await hours.passWorkingDays(3);
    await hours.oneHour();
    expect(await reminders()).toBe(0);
    await hours.passWorkingDays(2);
    await hours.twoHours();
    expect(await reminders()).toBe(1);
    expect(await hours.lettersTo(work.mailbox.broker, "new head has not answered")).toBe(0);
    await hours.passWorkingDays(1);
    await hours.twoHours();
    expect(await hours.lettersTo(work.mailbox.broker, "new head has not answered")).toBe(1);
    expect(await tasksOf(work.accounts.broker, "moved-practitioner")).toHaveLength(1);
    await hours.passWorkingDays(1);
    await hours.oneHour();
    expect([await reminders(), (await release(true)).status]).toEqual([1, 200]);
  });

  test("hears no more once they have answered", async () => {
    const made = [await moving(), await moving()];
    for (const [index, { release }] of made.entries()) expect((await release(index === 0)).status).toBe(200);
    for (const days of [5, 1]) {
      await hours.passWorkingDays(days);
      await hours.oneHour();
    }
    for (const { work, reminders } of made)
      expect([await reminders(), await hours.lettersTo(work.mailbox.broker, "new head has not")]).toEqual([
        0, 0,
      ]);
  });
});

test("bank holidays that were waived can be asked for again, until the partnership's calendar speaks of the year", async () => {
  const { broker, director } = await setScene(service);
  const year = academicYearOf(addMonths(hours.today(), 12));
  await hours.goTo(workingDayFrom(usualCalendar, `${year.slice(0, 4)}-06-01`));
  await hours.oneHour();
  const [task] = await tasksOf(broker, "bank-holidays");
  const path = `/tasks/${task?.taskId}`;
  for (const _time of [1, 2])
    expect((await post(broker, `${path}/settlement`, waived)).body).toMatchObject({ settledAs: "waived" });
  for (const _time of [1, 2])
    expect((await post(broker, `${path}/reopening`, reopening)).body).toMatchObject({ state: "open" });
  expect(JSON.stringify(await get(director, "/partnership/audit"))).not.toContain(reopening.reason);
  await post(broker, `${path}/settlement`, waived);
  const calendar = await put(broker, `/calendars/partnership/${year}`, { spans: [], revision: null });
  expect(calendar.status).toBe(200);
  expect(problemIn(await post(broker, `${path}/reopening`, reopening))).toMatchObject({ status: 409 });
});
