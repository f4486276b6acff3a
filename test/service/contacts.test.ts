import { expect, test } from "vitest";
import { AgreementToCome, Contacts } from "../../shared/contract/routes/partyViews.ts";
import { deploymentsOfRequest } from "../../shared/store/rows/deployments.ts";
import { partnerships } from "../../shared/store/rows/partnership.ts";
import { serviceForTests } from "../harness/serviceForTests.ts";
import { newPartnership } from "../harness/service.ts";
import { agreeWork } from "./agreedWork.ts";
import { offered, step } from "./offering.ts";
import { setScene } from "./scene.ts";
import { endWork } from "./workSteps.ts";

const service = await serviceForTests();
const { get } = service;
const statusFor = async (account: string, path: string): Promise<number> => (await get(account, path)).status;

test("a head reads before the yes who comes, for what, and what it costs, and the name once they said yes", async () => {
  const scene = await setScene(service, (policy) => ({
    ...policy,
    consentOrder: ["receiving-head", "practitioner", "home-head"],
  }));
  const made = await offered(scene);
  const { offer, person, request } = made;
  const path = `/requests/${offer.requestId}/offers/${offer.offerId}/agreement`;
  const agreement = async (account: string) => AgreementToCome.parse((await get(account, path)).body);
  const before = await agreement(request.head);
  expect(before.practitioner).toEqual({ personId: person.personId, name: null });
  expect(before.objectives.map(({ objectiveId }) => objectiveId)).toEqual([request.objectiveId]);
  expect(before.chargedPence).toBe(before.dayRatePence * before.daysPlanned);
  const homeSchools = before.homeSchoolSharePence * before.daysPlanned;
  expect(before.brokeragePence).toBe(before.chargedPence - homeSchools);
  const { broker, director } = scene;
  for (const account of [broker, director, person.account, person.homeHead])
    expect((await agreement(account)).practitioner.name).toMatch(/\w/);
  for (const stranger of [scene.head(scene.schoolAt(4)), newPartnership(service).broker])
    expect(await statusFor(stranger, path)).toBe(404);
  await step(made, "agreement")(request.head, { agreed: true, objectives: [request.objectiveId] });
  expect((await agreement(request.head)).practitioner.name).toBeNull();
  await step(made, "acceptance")(person.account);
  expect((await agreement(request.head)).practitioner.name).toMatch(/\w/);
  await step(made, "release")(person.homeHead, { released: true });
  expect(await statusFor(request.head, path)).toBe(409);
  const [deployment] = await scene.store.all(deploymentsOfRequest(offer.requestId));
  expect(deployment?.agreement).toMatchObject({ dayRatePence: before.dayRatePence, payer: before.payer });
});

test("an offer without a day rate in force says who can set one", async () => {
  const scene = await setScene(service);
  const made = await offered(scene);
  const partnership = await scene.store.get(partnerships, {});
  if (!partnership) throw new Error("The scene has a partnership");
  const policies = partnership.policies.map((policy) => ({
    ...policy,
    rates: policy.rates.map((rate) => ({ ...rate, effectiveFrom: "2099-09-01" })),
  }));
  await scene.store.stage(partnerships, [{ ...partnership, policies }]);
  const { requestId, offerId } = made.offer;
  const answer = await get(made.person.homeHead, `/requests/${requestId}/offers/${offerId}/agreement`);
  expect(answer.status).toBe(409);
  expect(answer.body).toMatchObject({ detail: expect.stringContaining("Ask the broker to set one") });
});

test("those who work together read names for good, and addresses until the work ends", async () => {
  const work = await agreeWork(service);
  const path = `${work.at()}/contacts`;
  const contacts = async (account: string) => Contacts.parse((await get(account, path)).body);
  const { broker, director, practitioner, receiving, home, otherSchool, otherPerson } = work.accounts;
  for (const account of [broker, practitioner, receiving, home]) {
    const read = await contacts(account);
    expect(read.practitioner.email).toBe(work.mailbox.practitioner);
    expect(read.supportedSchool.headEmail).toBe(work.mailbox.receiving);
    expect(read.homeSchool.headEmail).toBeNull();
  }
  expect(await contacts(director)).toMatchObject({
    practitioner: { name: expect.stringMatching(/\w/), email: null },
    supportedSchool: { headEmail: null },
  });
  for (const stranger of [otherSchool, otherPerson, newPartnership(service).broker])
    expect(await statusFor(stranger, path)).toBe(404);
  await endWork(service, work, { as: "not-started" });
  for (const account of [practitioner, receiving, home]) {
    const read = await contacts(account);
    expect(read.practitioner).toMatchObject({ name: expect.stringMatching(/\w/), email: null });
    expect(read.supportedSchool.headEmail).toBeNull();
  }
  expect((await contacts(broker)).practitioner.email).toBe(work.mailbox.practitioner);
});

test("the letter of a third yes leads to whom to write to", async () => {
  const scene = await setScene(service);
  const made = await offered(scene);
  const { person, request } = made;
  await step(made, "acceptance")(person.account);
  await step(made, "release")(person.homeHead, { released: true });
  await step(made, "agreement")(request.head, { agreed: true, objectives: [request.objectiveId] });
  await service.settle();
  const letters = (await service.letters()).filter(({ text }) => text?.includes(request.requestId));
  const [deployment] = await scene.store.all(deploymentsOfRequest(made.offer.requestId));
  const path = `/requests/${request.requestId}/deployments/${deployment?.deploymentId}/contacts`;
  const agreed = letters.filter(({ subject }) => subject.endsWith("is agreed"));
  expect(agreed.length).toBeGreaterThan(2);
  for (const { text } of agreed) expect(text).toContain(path);
  expect(await statusFor(person.account, path)).toBe(200);
});
