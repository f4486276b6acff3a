import type * as z from "zod";
import { describe, expect, it } from "vitest";
import { DeploymentView, pageOf, AuditView } from "../../shared/contract/routes/views.ts";
import { TaskView } from "../../shared/contract/routes/tasks.ts";
import { nextEntry } from "../../shared/domain/audit.ts";
import { sha256 } from "../../shared/runtime/identity.ts";
import { serviceForTests } from "../harness/serviceForTests.ts";
import { agreeWork } from "./agreedWork.ts";
import { read } from "./read.ts";
import { type Asked, type Scene, setScene } from "./scene.ts";
import { declareInterests } from "./workSteps.ts";

/** What directors read in trails, and what in them is the broker's alone. */
const service = await serviceForTests();

const Trail = pageOf(AuditView);
type Entry = z.output<typeof AuditView>;

/** The last entry of that action, as a broker and as a director read it. */
async function seenTwice(at: Readonly<Record<"broker" | "director", string>>, path: string, action: string) {
  const last = async (account: string): Promise<Entry> => {
    const answer = await service.ask(account, { method: "GET", path: `${path}?limit=200` });
    const found = Trail.parse(answer.body).items.findLast((each) => each.action === action);
    if (!found) throw new Error(`Nobody wrote down ${action}`);
    return found;
  };
  return { toBroker: await last(at.broker), toDirector: await last(at.director) };
}

/** Whether somebody who reads that entry could find a fact of it by trying what it could be. */
const findsByTrying = (seen: Entry, name: string, candidates: readonly Entry["facts"][string][]): boolean =>
  candidates.some((fact) => {
    const facts = { ...seen.facts, [name]: fact };
    const last = { ...seen, sequence: seen.sequence - 1, hash: seen.previousHash };
    return [facts, withoutSalt(facts)].some(
      (each) => nextEntry(last, { ...seen, facts: each }, sha256).hash === seen.hash,
    );
  });
const withoutSalt = ({ salt: _hidden, ...facts }: Entry["facts"]): Entry["facts"] => facts;

async function declined(scene: Scene, request: Asked): Promise<void> {
  const person = await scene.addPerson(1);
  const { offerId } = read.offer(await scene.confirm(await scene.run(), request, person));
  const refusal = { reason: "conflict-of-interest", note: "I used to work there" };
  const path = `/requests/${request.requestId}/offers/${offerId}/refusal`;
  expect((await scene.post(person.account, path, refusal)).status).toBe(200);
}

describe("a director's trail", () => {
  it("says that a school's contact was set, and not whether it is in a category of concern", async () => {
    const scene = await setScene(service);
    const path = `/schools/${scene.schools[1]}/contact`;
    const body = { headEmail: null, inCategoryOfConcern: true };
    expect((await service.ask(scene.broker, { method: "PUT", path, body })).status).toBe(200);
    const { toBroker, toDirector } = await seenTwice(scene, "/partnership/audit", "school-contact-set");
    expect(toBroker.facts).toMatchObject({ schoolId: scene.schools[1], inCategoryOfConcern: true });
    expect(toDirector.facts).toEqual({ schoolId: scene.schools[1], inCategoryOfConcern: null, salt: null });
    expect(findsByTrying(toBroker, "inCategoryOfConcern", [true])).toBe(true);
    expect(findsByTrying(toDirector, "inCategoryOfConcern", [true, false])).toBe(false);
  });

  it("says who declined an offer, and not why", async () => {
    const scene = await setScene(service);
    const request = await scene.addRequest(0);
    await declined(scene, request);
    const path = `/requests/${request.requestId}/audit`;
    const { toBroker, toDirector } = await seenTwice(scene, path, "offer-declined");
    expect(toBroker.facts).toMatchObject({ party: "practitioner", reason: "conflict-of-interest" });
    expect(toDirector.facts).toMatchObject({ party: "practitioner", reason: null });
  });
});

describe("a conflict that its broker hands over", () => {
  it("is told to nobody, in the trail or in the words of the work's end", async () => {
    const work = await agreeWork(service);
    const deployment = async (account: string) =>
      DeploymentView.parse((await service.ask(account, { method: "GET", path: work.at() })).body);
    const { schoolId } = await deployment(work.accounts.broker);
    await declareInterests(service, work, [
      { schoolId, kind: "family", since: null, note: "My wife teaches there" },
    ]);
    const { accounts } = work;
    const listed = await service.ask(accounts.broker, { method: "GET", path: "/tasks?kind=conflict" });
    const [task] = pageOf(TaskView).parse(listed.body).items;
    const reason = "A relative teaches at the school";
    const answer = await service.ask(accounts.broker, {
      method: "POST",
      path: `/tasks/${task?.taskId}/settlement`,
      body: { as: "handed-over", reason },
    });
    expect([answer.status, TaskView.parse(answer.body).decisions]).toMatchObject([200, [{ reason }]]);
    for (const account of [accounts.director, accounts.practitioner, accounts.receiving, accounts.home])
      expect((await deployment(account)).ending).toMatchObject({ reason: "Handed over by the broker" });
    const path = `/requests/${work.requestId}/audit`;
    const { toBroker, toDirector } = await seenTwice(accounts, path, "deployment-handed-over");
    expect([toBroker.facts["kind"], toDirector.facts["kind"]]).toEqual(["conflict", null]);
  });
});
