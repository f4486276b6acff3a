import { expect, test } from "vitest";
import { openMachine } from "../../infra/demo/machine.ts";
import { pastBegins } from "../../infra/demo/past.ts";
import { seedDemoPartnership } from "../../infra/demo/seed.ts";
import { Impact } from "../../shared/contract/routes/outcomes.ts";
import { addMonths } from "../../shared/domain/calendar/calendar.ts";
import { serviceForTests } from "../harness/serviceForTests.ts";

const service = await serviceForTests();
const machine = await openMachine(service.origin);

/** Seeds with the past, or without one where the clock has come to its end already. */
async function seedUntil(until: string, seed: number) {
  const told: string[] = [];
  const progress = (line: string): void => void told.push(line);
  const signIns = await seedDemoPartnership({ origin: service.origin, seed, until, progress });
  expect(told.at(-1)).toBe("offers that wait for an answer");
  return signIns;
}

/** The parties for whom no offer waits, of what the accounts to try are told. */
const unasked = (signIns: Awaited<ReturnType<typeof seedUntil>>): readonly string[] =>
  ["an offer to answer", "a release to decide", "an agreement to give"].filter(
    (wait) => !signIns.some(({ tryThis }) => tryThis.includes(wait)),
  );

/** How many practitioners and heads of the demo that was loaded last can sign in. */
function signingIn() {
  const all = service.host.accounts.all();
  const broker = all.find(({ account }) => account === "broker");
  const here = all.filter((each) => each.partnership === broker?.partnership);
  const counted = (role: "practitioner" | "school"): number =>
    here.filter(({ roles }) => roles.includes(role)).length;
  return { practitioners: counted("practitioner"), heads: counted("school") };
}

test("a first start gives the demo a past: work that went well and badly, and what lasted of it", async () => {
  const today = addMonths(await machine.today(), 24);
  await machine.moveTo(pastBegins(today));
  expect(unasked(await seedUntil(today, 1))).toEqual([]);
  expect(await machine.today()).toBe(today);
  expect(signingIn().practitioners).toBe(60);
  const answered = await service.get("director", "/impact");
  const impact = Impact.parse(answered.body);
  const { deployments, evaluations, followUpAnswers, declineReasons } = impact;
  expect(deployments["complete"]).toBeGreaterThan(3);
  expect([deployments["curtailed"], deployments["not-started"]]).toEqual([1, 1]);
  expect(Math.min(evaluations.school, evaluations.practitioner)).toBeGreaterThan(3);
  const sum = (counts: Readonly<Record<string, number>> = {}): number =>
    Object.values(counts).reduce((all, each) => all + each, 0);
  for (const counts of [impact.outcomesByDirection, ...Object.values(followUpAnswers)])
    expect(sum(counts)).toBeGreaterThan(3);
  expect(Object.keys(followUpAnswers)).toEqual(["one-term", "three-terms"]);
  expect(sum(declineReasons)).toBeGreaterThan(0);
  const expired = await service.get("broker", "/offers?state=expired");
  expect(expired.body).toMatchObject({ items: [{ state: "expired" }] });
});

test.each([2, 3])(
  "whatever is drawn, it has offers that wait for each party, also without a past (%i)",
  async (seed) => {
    const signIns = await seedUntil(await machine.today(), seed);
    expect(unasked(signIns)).toEqual([]);
    expect(signIns.find(({ account }) => account === "broker")?.tryThis).toMatch(/held by triage.* proposes/);
    const { practitioners, heads } = signingIn();
    expect(practitioners).toBe(60);
    expect(heads).toBeGreaterThan(15);
  },
);
