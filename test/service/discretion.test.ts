import { describe, expect, it } from "vitest";
import { schoolContacts } from "../../shared/store/rows/partnership.ts";
import { requests } from "../../shared/store/rows/requests.ts";
import { serviceForTests } from "../harness/serviceForTests.ts";
import { problemIn, read } from "./read.ts";
import { type Asked, type Scene, setScene, type Someone } from "./scene.ts";

/** What parties may read of each other, and what is the broker's alone. */
const service = await serviceForTests();

interface Offered {
  readonly scene: Scene;
  readonly person: Someone;
  readonly request: Asked;
  readonly path: string;
}

async function offered(): Promise<Offered> {
  const scene = await setScene(service);
  const person = await scene.addPerson(1);
  const request = await scene.addRequest(0);
  const { offerId } = read.offer(await scene.confirm(await scene.run(), request, person));
  return { scene, person, request, path: `/requests/${request.requestId}/offers/${offerId}` };
}

const listsFor = async ({ scene, request }: Offered, account: string) => {
  const all = read.offers(await scene.get(account, "/offers")).items;
  const ofRequest = await scene.get(account, `/requests/${request.requestId}/offers`);
  return [...all, ...read.offers(ofRequest).items];
};

describe("a receiving head", () => {
  it("learns nothing of an offer that the practitioner has not accepted, nor of why they will not", async () => {
    const at = await offered();
    const { scene, person, request, path } = at;
    expect(problemIn(await scene.get(request.head, path))).toBe("not-found");
    expect(await listsFor(at, request.head)).toEqual([]);
    const refusal = { reason: "conflict-of-interest", note: "I used to work there" };
    const own = read.offer(await scene.post(person.account, `${path}/refusal`, refusal));
    expect(own).toMatchObject({ declineReason: "conflict-of-interest", endedNote: "I used to work there" });
    expect(problemIn(await scene.get(request.head, path))).toBe("not-found");
    expect(await listsFor(at, request.head)).toEqual([]);
    const toBroker = read.offer(await scene.get(scene.broker, path));
    expect(toBroker).toMatchObject({ declineReason: "conflict-of-interest" });
    const toHome = read.offer(await scene.get(person.homeHead, path));
    expect(toHome).toMatchObject({ state: "declined", declineReason: null, endedNote: null });
    expect((await scene.get(scene.director, path)).body).toMatchObject({ endedNote: null });
  });

  it("sees who accepted, and neither their note nor what the home head says to it", async () => {
    const at = await offered();
    const { scene, person, request, path } = at;
    await scene.post(person.account, `${path}/acceptance`, { note: "Only for this school" });
    const window = (await scene.request(request))?.window;
    const terms = { days: 2, window, mode: "on-site" };
    const message = "We are short of teachers";
    const countered = await scene.post(person.homeHead, `${path}/counter`, { terms, message });
    expect(read.offer(countered)).toMatchObject({ counter: { message }, consents: [{ note: null }, {}, {}] });
    const seen = [read.offer(await scene.get(request.head, path)), ...(await listsFor(at, request.head))];
    expect(seen.map(({ state, counter }) => [state, counter])).toEqual(
      Array.from({ length: 3 }, () => ["countered", null]),
    );
    expect(JSON.stringify(seen)).not.toContain("Only for this school");
    const toPerson = read.offer(await scene.get(person.account, path));
    expect(toPerson.counter).toMatchObject({ terms: { days: 2 }, message: null });
    expect(read.offer(await scene.get(scene.broker, path)).counter).toMatchObject({ message });
  });

  it("answers first, and so sees the offer, where the policy asks them first", async () => {
    const order = ["receiving-head", "practitioner", "home-head"] as const;
    const scene = await setScene(service, (policy) => ({ ...policy, consentOrder: [...order] }));
    const person = await scene.addPerson(1);
    const request = await scene.addRequest(0);
    const { offerId } = read.offer(await scene.confirm(await scene.run(), request, person));
    const path = `/requests/${request.requestId}/offers/${offerId}`;
    expect((await scene.get(request.head, path)).status).toBe(200);
    const note = "Not with this many new staff";
    const refused = await scene.post(request.head, `${path}/agreement`, { agreed: false, note });
    expect(read.offer(refused)).toMatchObject({ declineReason: "terms-not-agreed", endedNote: note });
    const toPerson = await scene.get(person.account, path);
    expect(read.offer(toPerson)).toMatchObject({ declineReason: null, endedNote: null });
  });
});

describe("a request", () => {
  it("shows the school and the practitioner nothing of how it is brokered, in lists and answers too", async () => {
    const { scene, person, request } = await offered();
    const { requestId } = request;
    const other = await scene.addPerson(2);
    const reason = "Their last visit went badly";
    const pin = { personId: other.personId, reason };
    const pinned = read.request(await scene.post(scene.broker, `/requests/${requestId}/exclusions`, pin));
    expect(pinned).toMatchObject({ exclusions: [pin], decisions: [{ action: "person-excluded", reason }] });
    const toDirector = read.request(await scene.get(scene.director, `/requests/${requestId}`));
    expect(toDirector).toEqual({
      ...pinned,
      exclusions: [{ ...pin, reason: "" }],
      decisions: pinned.decisions.map((each) => ({ ...each, reason: "" })),
    });
    const toSchool = await scene.get(request.head, `/requests/${requestId}`);
    const answers = [
      toSchool,
      await scene.get(person.account, `/requests/${requestId}`),
      await scene.get(request.head, "/requests"),
      await scene.post(request.head, `/requests/${requestId}/withdrawal`, { reason: "We found somebody" }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    const text = JSON.stringify(answers.map(({ body }) => body));
    for (const hidden of [reason, other.personId]) expect(text).not.toContain(hidden);
    expect(read.request(toSchool)).toEqual({ ...pinned, exclusions: [], decisions: [] });
    const trail = await scene.get(scene.broker, `/requests/${requestId}/audit`);
    expect(JSON.stringify(trail.body)).not.toContain(reason);
    expect((await scene.store.get(requests, { requestId }))?.exclusions).toEqual([pin]);
  });

  it("is read by the practitioner and their home head while an offer of it lives or is agreed", async () => {
    const at = await offered();
    const seenBy = async ({ scene, person, request }: Offered) => {
      const path = `/requests/${request.requestId}`;
      const answers = [await scene.get(person.account, path), await scene.get(person.homeHead, path)];
      return answers.map(({ status }) => status);
    };
    expect(await seenBy(at)).toEqual([200, 200]);
    await at.scene.post(at.person.account, `${at.path}/refusal`, { reason: "too-far" });
    expect(await seenBy(at)).toEqual([404, 404]);
    const agreed = await offered();
    const { scene, person, request, path } = agreed;
    await scene.post(person.account, `${path}/acceptance`, {});
    await scene.post(person.homeHead, `${path}/release`, { released: true });
    const objectives = [request.objectiveId];
    const last = await scene.post(request.head, `${path}/agreement`, { agreed: true, objectives });
    expect(read.offer(last).state).toBe("agreed");
    expect(await seenBy(agreed)).toEqual([200, 200]);
  });
});

describe("a director", () => {
  it("reads nowhere that a practitioner's school is in a category of concern", async () => {
    const scene = await setScene(service);
    const [person, other] = [await scene.addPerson(1), await scene.addPerson(2)];
    const [concerned, alsoConcerned] = [scene.schools[1], scene.schools[2]];
    if (!concerned || !alsoConcerned) throw new Error("The scene has six schools");
    const known = { headEmail: null, inCategoryOfConcern: true, revision: 0 };
    for (const schoolId of [concerned, alsoConcerned])
      await scene.store.stage(schoolContacts, [{ schoolId, ...known }]);
    const request = await scene.addRequest(0, { people: 2, slotsOpen: 2 });
    const { requestId } = request;
    const rule = "home-school-in-concern";
    const set = { personId: person.personId, rule, reason: "In special measures, yet asked for" };
    expect((await scene.post(scene.broker, `/requests/${requestId}/overrides`, set)).status).toBe(200);
    const pin = { personId: other.personId, reason: "Known to the school" };
    expect((await scene.post(scene.broker, `/requests/${requestId}/pins`, pin)).status).toBe(200);
    const runId = await scene.run();
    const paths = [
      `/match-runs/${runId}`,
      "/match-runs",
      `/match-runs/${runId}/unmet`,
      `/requests/${requestId}`,
      "/requests",
      `/requests/${requestId}/audit`,
    ];
    for (const path of paths) {
      const toBroker = await scene.get(scene.broker, path);
      const toDirector = await scene.get(scene.director, path);
      expect([path, toBroker.status, toDirector.status]).toEqual([path, 200, 200]);
      expect([path, JSON.stringify(toBroker.body)]).toEqual([path, expect.stringContaining(rule)]);
      const text = JSON.stringify(toDirector.body);
      for (const told of [rule, "special measures", "category of concern", "concern by the broker"])
        expect([path, text]).not.toEqual([path, expect.stringContaining(told)]);
    }
  });
});
