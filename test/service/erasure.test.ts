import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { describe, expect, test } from "vitest";
import { localCredentials } from "../../infra/local/database/startDatabase.ts";
import { tableName } from "../../infra/local/backends.ts";
import { ErasureView } from "../../shared/contract/routes/held.ts";
import { PeopleImport } from "../../shared/contract/routes/peopleViews.ts";
import { AuditView, pageOf } from "../../shared/contract/routes/views.ts";
import { erasedName } from "../../shared/domain/people/erasure.ts";
import { people } from "../../shared/store/rows/people.ts";
import { serviceForTests } from "../harness/serviceForTests.ts";
import { itemsOf } from "../store/ground.ts";
import { agreeWork, type AgreedWork } from "./agreedWork.ts";
import { problemIn } from "./read.ts";
import { curtailedWork, declareInterests } from "./workSteps.ts";

/** Somebody who left is erased, over the API: what goes, what stays, and how they are called from then on. */
const service = await serviceForTests();

const evaluation = {
  effectiveness: 4,
  overall: 4,
  impact: [],
  comment: "canary comment",
  causeForConcern: false,
};

/** Work that has ended, by somebody of whom every word is a canary. */
async function workOfCanary(): Promise<AgreedWork> {
  const work = await curtailedWork(service);
  const { broker, practitioner, receiving } = work.accounts;
  const person = await work.store.get(people, work);
  if (!person) throw new Error("Work was agreed");
  await work.store.stage(people, [{ ...person, name: "Canary Name" }]);
  const deployment = { schoolId: person.homeSchoolId, kind: "other", since: null, note: "canary interest" };
  await declareInterests(service, work, [deployment]);
  for (const account of [practitioner, receiving])
    expect((await service.put(account, `${work.at()}/evaluation`, evaluation)).status).toBe(200);
  const parked = { until: "2099-01-01", reason: "canary pause" };
  expect((await service.put(broker, `/people/${work.personId}/parked`, { parked })).status).toBe(200);
  await service.settle();
  return work;
}

const erase = ({ accounts, personId }: AgreedWork, confirmation: string = personId) =>
  service.post(accounts.broker, `/people/${personId}/erasure`, { ground: "has-left", confirmation });

const everythingOf = ({ store }: AgreedWork) => {
  const { databaseEndpoint: endpoint } = service.host;
  const client = DynamoDBDocumentClient.from(
    new DynamoDBClient({ endpoint, region: "eu-west-2", credentials: localCredentials }),
  );
  return itemsOf(client, tableName, store.partnershipId);
};

describe("somebody who was erased", () => {
  test("has left no word in any row, and every trail of theirs still verifies", async () => {
    const work = await workOfCanary();
    const { broker, director } = work.accounts;
    expect(JSON.stringify(await everythingOf(work))).toMatch(/canary/i);
    const asked = await erase(work, "canary name");
    expect(asked.status).toBe(200);
    await service.settle();
    const rows = JSON.stringify(await everythingOf(work));
    expect(rows).not.toMatch(/canary/i);
    expect(rows).not.toContain(work.mailbox.practitioner);
    expect(rows).toContain(work.personId);
    const erasure = ErasureView.parse((await service.get(director, `/people/${work.personId}/erasure`)).body);
    expect(erasure).toMatchObject({ ground: "has-left", completedAt: expect.any(String) });
    await service.fire("trails");
    const audit = await service.get(broker, `/people/${work.personId}/audit?limit=200`);
    const actions = pageOf(AuditView)
      .parse(audit.body)
      .items.map(({ action }) => action);
    expect(actions.slice(-2)).toEqual(["person-erased", "erasure-completed"]);
    expect(service.logged.some(({ code }) => code === "trail-broken")).toBe(false);
  });

  test("is called a person who was erased, and what their work came to still counts", async () => {
    const work = await workOfCanary();
    const { broker, receiving } = work.accounts;
    const impact = async () => (await service.get(broker, "/impact")).body;
    const before = await impact();
    await erase(work);
    await service.settle();
    expect(await impact()).toEqual(before);
    const contacts = await service.get(receiving, `${work.at()}/contacts`);
    expect(contacts.body).toMatchObject({
      practitioner: { personId: work.personId, name: erasedName, email: null },
    });
    const file = await service.get(broker, "/exports/deployments");
    expect(String(file.body)).toContain(erasedName);
    expect((await service.get(broker, `/people/${work.personId}`)).status).toBe(404);
    expect(JSON.stringify((await service.get(broker, "/people")).body)).not.toContain(work.personId);
  });

  test("signs in no more, not with a token that is still good either", async () => {
    const work = await workOfCanary();
    const { practitioner } = work.accounts;
    expect((await service.get(practitioner, "/me")).status).toBe(200);
    await erase(work);
    for (const path of ["/me", "/offers", work.at()]) {
      const refused = await service.get(practitioner, path);
      expect([refused.status, problemIn(refused)]).toEqual([403, "forbidden"]);
      expect(refused.body).toMatchObject({ detail: expect.stringContaining("was erased") });
    }
  });

  test("keeps what else their account is: a head who was a practitioner too is a head still", async () => {
    const work = await workOfCanary();
    const { partnershipId } = work.store;
    const person = await work.store.get(people, work);
    if (!person) throw new Error("Work was agreed");
    const both = service.enrol({
      account: `both-${partnershipId.slice(4)}`,
      partnership: partnershipId,
      roles: ["school", "practitioner"],
      school: person.homeSchoolId,
      person: work.personId,
    });
    await erase(work);
    const me = await service.get(both, "/me");
    expect(me).toMatchObject({ status: 200, body: { roles: ["school"], practitioner: null } });
  });

  test("is met by a match run that plans with everybody else", async () => {
    const work = await workOfCanary();
    await erase(work);
    expect((await service.post(work.accounts.broker, "/match-runs")).status).toBe(202);
    await service.settle();
    const runs = await service.get(work.accounts.broker, "/match-runs");
    expect(runs.body).toMatchObject({ items: [{ state: "published", summary: { practitioners: 0 } }] });
  });

  test("cannot be imported again under the same key", async () => {
    const work = await agreeWork(service);
    const { broker } = work.accounts;
    const csv = [
      "Person key,Name,Email,Home school URN,Code,Level,Phases,Last practised year,Days per year",
      "P1,Canary Name,canary@example.org,100002,CT-03,can-coach,primary,2025,10",
    ].join("\n");
    const send = () => service.ask(broker, { method: "POST", path: "/people-imports", csv });
    const { personId = "" } = PeopleImport.parse((await send()).body).people[0] ?? {};
    const body = { ground: "asked-for-it", confirmation: personId };
    expect((await service.post(broker, `/people/${personId}/erasure`, body)).status).toBe(200);
    await service.settle();
    const again = await send();
    expect(problemIn(again)).toBe("file-refused");
    expect(JSON.stringify(again.body)).toContain("was erased");
  });
});

test("nobody is erased whose work goes on, by anybody but the broker, or under another's name", async () => {
  const work = await agreeWork(service);
  const refused = await erase(work);
  expect([refused.status, problemIn(refused)]).toEqual([409, "wrong-state"]);
  expect(refused.body).toMatchObject({ detail: expect.stringContaining("end it, or hand it over") });
  const body = { ground: "has-left", confirmation: work.personId };
  for (const account of [work.accounts.director, work.accounts.practitioner, work.accounts.home])
    expect(problemIn(await service.post(account, `/people/${work.personId}/erasure`, body))).toBe(
      "forbidden",
    );
  expect(problemIn(await erase(work, "Somebody Else"))).toBe("invalid-request");
  expect((await service.get(work.accounts.broker, `/people/${work.personId}/erasure`)).status).toBe(404);
  expect((await service.get(work.accounts.practitioner, "/me")).status).toBe(200);
});
