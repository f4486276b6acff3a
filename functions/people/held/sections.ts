import { offerFor } from "../../../shared/domain/offers/offerView.ts";
import { partiesOf } from "../../../shared/domain/deployments/parties.ts";
import type { FollowUp } from "../../../shared/domain/outcomes/outcome.ts";
import { requestFor } from "../../../shared/domain/requests/requestView.ts";
import type { Session } from "../../../shared/runtime/session.ts";
import type { ExportedRow } from "../../../shared/store/personalRows.ts";
import { maySee } from "../../deployments/access.ts";
import { evaluationsFor } from "../../outcomes/evaluations.ts";
import { visibleTo } from "../access.ts";
import { proposalsAbout, runsAbout } from "./ofRuns.ts";
import { type Held, isThere } from "./readHeld.ts";
import { accountsOf, stepsAbout } from "./steps.ts";

/** One part of the file: what a kind of row says of somebody, as whoever asks may read it. */
interface Section {
  readonly title: string;
  readonly entries: (held: Held, session: Session) => readonly object[];
}

const isBroker = ({ roles }: Session): boolean => roles.includes("broker");

const isTheirs = ({ person }: Held, address: string | null): boolean =>
  address !== null && address.toLowerCase() === person.email.toLowerCase();

/** Requests that they began; to the broker also what was decided about them on others. */
function requestsAbout(held: Held, session: Session): object[] {
  const { personId } = held.person;
  const accounts = accountsOf(held, session);
  return held.requests.flatMap((request): object[] => {
    const begun = accounts.has(request.startedBy) ? requestFor({ roles: ["practitioner"] }, request) : null;
    if (!isBroker(session)) return begun ? [begun] : [];
    const { requestId, schoolId, state, declinedBy } = request;
    const ofThem = <Row extends { readonly personId: string }>(rows: readonly Row[]): Row[] =>
      rows.filter((each) => each.personId === personId);
    const [pins, exclusions, overrides] = [
      ofThem(request.pins),
      ofThem(request.exclusions),
      ofThem(request.overrides),
    ];
    const isProposedNoMore = declinedBy.includes(personId);
    if (begun) return [{ ...begun, isProposedNoMore, pins, exclusions, overrides }];
    const isNamed = isProposedNoMore || pins.length + exclusions.length + overrides.length > 0;
    return isNamed ? [{ requestId, schoolId, state, isProposedNoMore, pins, exclusions, overrides }] : [];
  });
}

/** A follow-up without what the school wrote and how it was reminded, which practitioners do not read. */
const withoutWords = ({ chase: _chase, answer, ...followUp }: FollowUp): object => ({
  ...followUp,
  answer: answer && { direction: answer.direction, evidenceStrength: answer.evidenceStrength, at: answer.at },
});

function tasksAbout({ tasks }: Held, session: Session): readonly object[] {
  if (isBroker(session)) return tasks;
  return tasks.map(({ taskId, requestId, deploymentId, schoolId, raisedAt, state, settledAs, evidence }) => {
    const isTheirs = evidence.kind === "broker-asked" && evidence.by === "practitioner";
    const asked = isTheirs ? { asked: evidence.words } : {};
    return { taskId, requestId, deploymentId, schoolId, raisedAt, state, settledAs, ...asked };
  });
}

/** What the file tells, in its order: a kind of row that is to be told and is not does not compile. */
export const sections: Readonly<Record<ExportedRow, Section>> = {
  person: { title: "Record", entries: ({ person }, session) => [visibleTo(session, person)] },
  "person-address": {
    title: "That the address is theirs, by its digest, so that nobody else is recorded with it",
    entries: ({ addresses }) => addresses,
  },
  partnership: {
    title: "That letters to brokers go to their address",
    entries: (held) =>
      [held.partnership]
        .filter(isThere)
        .filter(({ brokerEmail }) => isTheirs(held, brokerEmail))
        .map(({ name, brokerEmail }) => ({ name, brokerEmail })),
  },
  "school-contact": {
    title: "Schools of which letters go to their address",
    entries: (held) =>
      held.contacts
        .filter(({ headEmail }) => isTheirs(held, headEmail))
        .map(({ schoolId, headEmail }) => ({ schoolId, headEmail })),
  },
  capacity: { title: "Days and places by academic year", entries: ({ capacities }) => capacities },
  request: { title: "Requests", entries: requestsAbout },
  proposal: { title: "Proposals of match runs", entries: proposalsAbout },
  "match-run": { title: "What match runs could not follow", entries: runsAbout },
  offer: {
    title: "Offers and their answers",
    entries: ({ offers }, session) => offers.map((each) => offerFor(session, each)).filter(isThere),
  },
  deployment: { title: "Work", entries: ({ works }) => works.map(({ deployment }) => deployment) },
  visit: {
    title: "Records of visits",
    entries: ({ works }, session) =>
      works.flatMap(({ visits }) => visits.filter((each) => maySee(each, session))),
  },
  evaluation: {
    title: "Evaluations, by side",
    entries: ({ works }, session) =>
      works.flatMap(({ deployment, evaluations }) =>
        evaluationsFor(partiesOf(deployment, session), evaluations),
      ),
  },
  outcome: {
    title: "Outcomes of their work",
    entries: ({ works }) => works.flatMap(({ outcomes }) => outcomes),
  },
  "follow-up": {
    title: "What schools said later of these outcomes",
    entries: ({ works }, session) =>
      works.flatMap(({ followUps }) =>
        followUps.map((each) => (isBroker(session) ? each : withoutWords(each))),
      ),
  },
  task: { title: "Tasks of brokers about their work", entries: tasksAbout },
  delivery: {
    title: "Letters to them in the last 30 days",
    entries: ({ letters }) =>
      letters.map(({ eventId, about, state, leasedUntil }) => ({
        eventId,
        about: about ?? null,
        state,
        sentBefore: leasedUntil,
      })),
  },
  audit: { title: "Steps by them, and on their record", entries: stepsAbout },
};
