import { describe, expect, it } from "vitest";
import { addDays, dateAt, hourAt } from "../../shared/domain/calendar/calendar.ts";
import { type Answered, hoursToMorning } from "../harness/service.ts";
import { toWorkingDay } from "../harness/workingDay.ts";
import { serviceForTests } from "../harness/serviceForTests.ts";
import { problemIn, read } from "./read.ts";
import { type Asked, type Scene, setScene, type Someone } from "./scene.ts";

const service = await serviceForTests();

const today = (): string => dateAt(service.host.world.now());
const detailOf = (answer: Answered): string => read.problem(answer).detail;
const title = (expiresOn: string | null) => ({
  title: "SLE",
  awardingBody: "Oakfield Alliance",
  awardedOn: "2020-09-01",
  expiresOn,
});

interface At {
  readonly scene: Scene;
  readonly person: Someone;
  readonly request: Asked;
}

const setStanding = ({ scene, person }: At, designations: readonly object[], validUntil: string | null) =>
  service.ask(scene.broker, {
    method: "PUT",
    path: `/people/${person.personId}/standing`,
    body: {
      designations,
      assurance: validUntil && {
        confirmedBySchoolId: scene.schools[1],
        confirmedOn: "2020-09-01",
        validUntil,
      },
    },
  });
const proposed = async ({ scene, person }: At): Promise<readonly [string, boolean]> => {
  const runId = await scene.run();
  const { items } = read.proposals(await scene.get(scene.broker, `/match-runs/${runId}/proposals`));
  return [runId, items.some(({ personId }) => personId === person.personId)];
};

/** Somebody whose letter and designation hold today and no longer, proposed today for work that has begun. */
async function lastingToday(asksForTitle: boolean): Promise<At & { readonly runId: string }> {
  await service.advance({ hours: hoursToMorning(service.host.world.now()) });
  await toWorkingDay(service);
  const scene = await setScene(service);
  const window = { from: addDays(today(), -7), to: addDays(today(), 90) };
  const person = await scene.addPerson(1);
  const request = await scene.addRequest(0, { window, requiredDesignation: asksForTitle ? "SLE" : null });
  const at = { scene, person, request };
  const lapsing = asksForTitle ? [title(today())] : [];
  expect((await setStanding(at, lapsing, asksForTitle ? "2099-08-31" : today())).status).toBe(200);
  const [runId, isProposed] = await proposed(at);
  expect(isProposed).toBe(true);
  return { ...at, runId };
}

describe.each([
  ["letter of assurance", false, "The employer's letter of assurance ends on"],
  ["designation asked for", true, "The request needs the designation SLE, which is not held today"],
])("a practitioner whose %s has expired", (_what, asksForTitle, says) => {
  it("is proposed no longer, and a proposal of the day before is not confirmed", async () => {
    const at = await lastingToday(asksForTitle);
    // Until the night's run, a few hours into the day, the proposals of the day before are the last.
    await service.advance({ hours: 24 - hourAt(service.host.world.now()) });
    const confirmed = await at.scene.confirm(at.runId, at.request, at.person);
    expect(problemIn(confirmed)).toBe("out-of-date");
    expect(detailOf(confirmed)).toMatch(/letter of assurance ends on|designation SLE expired on/);
    expect((await proposed(at))[1]).toBe(false);
  });

  it("cannot accept, be released or agreed until the broker has recorded another", async () => {
    const at = await lastingToday(asksForTitle);
    const { scene, person, request } = at;
    const { offerId } = read.offer(await scene.confirm(at.runId, request, person));
    const step = (name: string, account: string, body: object = {}) =>
      scene.post(account, `/requests/${request.requestId}/offers/${offerId}/${name}`, body);
    const accept = () => step("acceptance", person.account);
    const release = (released: boolean) => step("release", person.homeHead, { released });
    const agree = () => step("agreement", request.head, { agreed: true, objectives: [request.objectiveId] });
    const lapse = () => setStanding(at, [], asksForTitle ? "2099-08-31" : null);
    const renew = () => setStanding(at, [title(null)], "2099-08-31");

    await service.advance({ days: 1 });
    const early = await accept();
    expect([problemIn(early), early.status]).toEqual(["hard-rule", 409]);
    expect(detailOf(early)).toContain(says);
    expect(detailOf(early)).toContain("The broker records another with");
    expect(await scene.request(request)).toMatchObject({ slotsOpen: 1 });
    await renew();
    expect((await accept()).status).toBe(200);
    await lapse();
    expect(problemIn(await release(true))).toBe("hard-rule");
    await renew();
    expect((await release(true)).status).toBe(200);
    await lapse();
    expect(problemIn(await agree())).toBe("hard-rule");
    await renew();
    expect(read.offer(await agree()).state).toBe("agreed");
  });

  it("may always decline", async () => {
    const at = await lastingToday(asksForTitle);
    const { scene, person, request } = at;
    const { offerId } = read.offer(await scene.confirm(at.runId, request, person));
    await service.advance({ days: 1 });
    const path = `/requests/${request.requestId}/offers/${offerId}/refusal`;
    const declined = await scene.post(person.account, path, { reason: "no-capacity-now" });
    expect(read.offer(declined).state).toBe("declined");
  });
});

it("a designation that the broker set aside for one person is not asked of them again", async () => {
  const at = await lastingToday(false);
  const { scene, request, person } = at;
  const other = await scene.addPerson(2, { designations: [title(null)] });
  const asking = await scene.addRequest(3, { requiredDesignation: "SLE" });
  await setStanding(at, [], "2099-08-31");
  const runId = await scene.run();
  const path = `/match-runs/${runId}/proposals/${asking.requestId}/${other.personId}/swap`;
  const swap = {
    withPersonId: person.personId,
    reason: "Knows the school",
    overrideRules: ["designation-missing"],
  };
  const { offerId, requestId } = read.offer(await scene.post(scene.broker, path, swap));
  expect(requestId).not.toBe(request.requestId);
  const accepted = await scene.post(
    person.account,
    `/requests/${requestId}/offers/${offerId}/acceptance`,
    {},
  );
  expect(accepted.status).toBe(200);
});
