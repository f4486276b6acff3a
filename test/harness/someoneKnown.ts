import { claimMade, evaluationsOfBoth, outcomeOf, runWith, taskAbout, visitOf } from "./someonesRows.ts";
import type { Actor } from "../../shared/domain/audit.ts";
import { freshCapacity } from "../../shared/domain/people/capacity.ts";
import type { Deployment } from "../../shared/domain/deployments/deployment.ts";
import { RunId } from "../../shared/domain/ids.ts";
import type { Offer } from "../../shared/domain/offers/offer.ts";
import type { Person } from "../../shared/domain/people/person.ts";
import type { SupportRequest } from "../../shared/domain/requests/request.ts";
import { sha256 } from "../../shared/runtime/identity.ts";
import {
  deployments,
  evaluations,
  followUps,
  outcomes,
  visits,
} from "../../shared/store/rows/deployments.ts";
import {
  partnerships,
  registers,
  schoolContacts,
  schoolFacts,
  SchoolFacts,
} from "../../shared/store/rows/partnership.ts";
import { capacities, people, personAddresses } from "../../shared/store/rows/people.ts";
import { offers, requests } from "../../shared/store/rows/requests.ts";
import { proposals, runs } from "../../shared/store/rows/runs.ts";
import { tasks } from "../../shared/store/rows/tasks.ts";
import { deliveries } from "../../shared/store/rows/trail.ts";
import type { Store } from "../../shared/store/store.ts";
import {
  numbered,
  someDeployment,
  someImportRecord,
  someOffer,
  somePartnership,
  somePerson,
  somePolicy,
  someRequest,
  someSchool,
} from "./rows.ts";

export const now = "2026-11-02T08:00:00.000Z";
export const practitioner: Actor = { role: "practitioner", account: "account-of-theirs" };
export const broker: Actor = { role: "broker", account: "account-of-the-broker" };
const runId = RunId.parse("run_00000001");

/** Somebody whose every word is marked, so that it is found wherever it went. */
export const known: Person = {
  ...somePerson(1, numbered.school(2)),
  name: "Marked Name",
  email: "Marked@example.org",
  claims: [{ ...claimMade, evidence: "marked claim" }],
  designations: [
    { title: "marked title", awardingBody: "marked board", awardedOn: "2024-09-01", expiresOn: null },
  ],
  declaredInterests: [{ schoolId: numbered.school(3), kind: "family", since: null, note: "marked interest" }],
  parked: { until: "2099-01-01", reason: "marked pause" },
};
const other = somePerson(2, numbered.school(3));

export const closed: SupportRequest = {
  ...someRequest(1, numbered.school(1), "2026-09-01"),
  state: "closed",
  slotsOpen: 0,
  startedBy: practitioner.account,
  initiatedBy: "leader",
};
const reason = "marked reason of the broker";
export const open: SupportRequest = {
  ...someRequest(4, numbered.school(4), "2026-10-20"),
  pins: [{ personId: known.personId, reason }],
  exclusions: [{ personId: other.personId, reason: "Not these two" }],
  overrides: [{ personId: known.personId, rule: "past-employer", reason }],
  decisions: [
    { at: now, by: broker.account, action: "person-pinned", reason },
    { at: "2026-10-22T09:00:00.000Z", by: broker.account, action: "request-opened", reason: "All is clear" },
  ],
};

const sent = someOffer(closed, known, { policy: somePolicy(), now: "2026-09-02T09:00:00.000Z" });
export const agreed: Offer = {
  ...sent,
  runId,
  state: "agreed",
  academicYear: "2026-27",
  consents: sent.consents.map((each) => ({ ...each, answer: "yes", note: `marked note of ${each.party}` })),
};
export const declined: Offer = {
  ...someOffer(open, known, { policy: somePolicy(), now: "2026-10-21T09:00:00.000Z" }),
  offerId: numbered.offer(2),
  state: "declined",
  academicYear: "2026-27",
  declineReason: "personal",
  endedNote: "marked refusal",
  because: ["Claims CT-02"],
};
export const ended: Deployment = {
  ...someDeployment(closed, known),
  state: "complete",
  daysDelivered: 3,
  daysCharged: 3,
  ending: { as: "complete", on: "2026-10-15", reason: "Done" },
};

/** Puts somebody into a store with a row of every kind that can speak of a practitioner, and the steps that led to them. */
export async function putSomeoneKnown(store: Store): Promise<void> {
  const importedBy = numbered.registerImport(1);
  const schools = [1, 2, 3, 4].map((index) => SchoolFacts.parse({ ...someSchool(index), importedBy }));
  await store.stage(partnerships, [
    {
      ...somePartnership(store.partnershipId, now, { latestRunId: runId }),
      brokerEmail: "broker@example.org",
    },
  ]);
  await store.stage(registers, [
    { importId: importedBy, record: someImportRecord(importedBy, now), revision: 0 },
  ]);
  await store.stage(schoolFacts, schools);
  await store.stage(people, [known, other]);
  const addressDigest = sha256(known.email.toLowerCase());
  await store.stage(personAddresses, [{ addressDigest, personId: known.personId, revision: 0 }]);
  await store.stage(
    capacities,
    ["2025-26", "2026-27"].map((year) => freshCapacity(known, year)),
  );
  await store.stage(requests, [closed, open]);
  await store.stage(offers, [agreed, declined]);
  await store.stage(deployments, [ended]);
  await store.stage(visits, [visitOf(ended, 1, "accurate"), visitOf(ended, 2, "draft")]);
  await store.stage(evaluations, evaluationsOfBoth(ended));
  const { outcome, followUp } = outcomeOf(ended);
  await store.stage(outcomes, [outcome]);
  await store.stage(followUps, [followUp]);
  await store.stage(tasks, [taskAbout(ended)]);
  const { run, proposed } = runWith(runId, { closed, open, known, other });
  await store.stage(runs, [run]);
  await store.stage(proposals, proposed);
  await store.stage(deliveries, [
    {
      eventId: "evt_00000001",
      recipient: known.personId,
      about: "offer-sent",
      state: "sent",
      leasedUntil: "2026-10-21T09:02:00.000Z",
      revision: 1,
    },
  ]);
  await takeSteps(store);
}

/** Makes them the address to which the letters of a school and of the partnership go. */
export async function writeToThem(store: Store): Promise<void> {
  await store.stage(schoolContacts, [
    {
      schoolId: numbered.school(2),
      headEmail: "marked@EXAMPLE.org",
      inCategoryOfConcern: false,
      revision: 0,
    },
  ]);
  const partnership = await store.get(partnerships, {});
  if (!partnership) throw new Error("The partnership is set up");
  await store.stage(partnerships, [{ ...partnership, brokerEmail: known.email }]);
}

async function takeSteps(store: Store): Promise<void> {
  const { personId } = known;
  const { offerId, requestId } = agreed;
  const step = { writes: [], facts: { personId } };
  await store.commit({ ...step, chain: `person:${personId}`, action: "person-added", actor: broker });
  await store.commit({ ...step, chain: `person:${personId}`, action: "claims-set", actor: practitioner });
  await store.commit({
    ...step,
    chain: `request:${requestId}`,
    action: "offer-accepted",
    actor: practitioner,
    facts: { requestId, offerId, party: "practitioner", answer: "yes" },
  });
  await store.commit({
    ...step,
    chain: `request:${open.requestId}`,
    action: "person-pinned",
    actor: broker,
    facts: { requestId: open.requestId, personId },
  });
  await store.commit({
    ...step,
    chain: `request:${open.requestId}`,
    action: "request-opened",
    actor: broker,
    facts: { requestId: open.requestId },
  });
}
