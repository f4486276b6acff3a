import type * as z from "zod";
import {
  type ProposalView,
  DeploymentView,
  EvaluationView,
  OfferView,
  OutcomeView,
  RequestView,
  VisitView,
} from "../../shared/contract/routes/views.ts";
import { dateAt } from "../../shared/domain/calendar/calendar.ts";
import type { PersonId, RequestId } from "../../shared/domain/ids.ts";
import {
  addPractitioner,
  type AreaFixture,
  confirm,
  everyRow,
  expectBody,
  requestDraft,
  runMatch,
  setUpArea,
} from "../harness/area.ts";
import type { Service } from "../harness/service.ts";

/** One step of a request's life, done over HTTP. */
export interface Step {
  readonly name: string;
  /** What must have passed before, and is not the step's own. */
  readonly before?: () => Promise<void>;
  readonly take: () => Promise<void>;
}

/** Sets an area up with one practitioner, and gives the steps of one request's life in it. */
export async function lifeIn(service: Service): Promise<readonly Step[]> {
  const area = await setUpArea(service);
  const [receiving, home] = area.primaries;
  if (!receiving || !home) throw new Error("The area has too few primary schools");
  const personId = await addPractitioner(service, area, { home: home.schoolId, code: "CT-03" });
  await service.settle();
  const parties = {
    personId,
    head: area.head(receiving.schoolId),
    homeHead: area.head(home.schoolId),
    practitioner: area.practitioner(personId),
  };
  const draft = requestDraft(service, receiving.schoolId);
  const known: Known = {};
  const calls = callsOf(service, area, known);
  const scene: Scene = { service, area, parties: { ...parties, draft }, known, ...calls };
  return [...agreeingSteps(scene), ...visitSteps(scene), ...closingSteps(scene)];
}

interface Parties {
  readonly personId: PersonId;
  readonly head: string;
  readonly homeHead: string;
  readonly practitioner: string;
  readonly draft: object;
}

/** What the steps before have made: addresses, as the answers told them. */
interface Known {
  requestId?: RequestId;
  proposal?: z.output<typeof ProposalView>;
  offer?: string;
  deployment?: string;
  visit?: string;
}

const step = (name: string, take: () => Promise<unknown>): Step => ({
  name,
  take: async () => void (await take()),
});

/** How the parties of one life ask, and what all their steps look up. */
function callsOf(service: Service, area: AreaFixture, known: Known) {
  const post = (account: string, path: string, body?: object) =>
    service.ask(account, { method: "POST", path, body });
  const put = (account: string, path: string, body: object) =>
    service.ask(account, { method: "PUT", path, body });
  const today = (): string => dateAt(service.host.clock.now().toISOString());
  const request = (): string => `/requests/${known.requestId}`;
  const requestNow = async () =>
    expectBody(await service.ask(area.broker, { method: "GET", path: request() }), 200, RequestView);
  const objectives = async () => (await requestNow()).objectives.map((each) => each.objectiveId);
  return { post, put, today, request, objectives };
}
type Calls = ReturnType<typeof callsOf>;

interface Scene extends Calls {
  readonly service: Service;
  readonly area: AreaFixture;
  readonly parties: Parties;
  readonly known: Known;
}

/** From the draft to the deployment that all three parties agreed to. */
function agreeingSteps({ service, area, parties, known, post, request, objectives }: Scene): readonly Step[] {
  const { head, homeHead, practitioner } = parties;
  return [
    step("draft", async () => {
      const drafted = await post(head, "/requests", parties.draft);
      known.requestId = expectBody(drafted, 201, RequestView).requestId;
    }),
    step("submit, triage", async () =>
      expectBody(await post(head, `${request()}/submission`), 200, RequestView),
    ),
    step("match run of one request", async () => {
      const { proposals } = await runMatch(service, area);
      const [first] = proposals;
      if (!first) throw new Error("Nobody was proposed");
      known.proposal = first;
    }),
    step("confirm: offer sent", async () => {
      if (!known.proposal) throw new Error("Nobody was proposed");
      const { offerId } = await confirm(service, area, known.proposal);
      known.offer = `${request()}/offers/${offerId}`;
    }),
    step("practitioner accepts", async () =>
      expectBody(await post(practitioner, `${known.offer}/acceptance`, {}), 200, OfferView),
    ),
    step("home head releases", async () =>
      expectBody(await post(homeHead, `${known.offer}/release`, { released: true }), 200, OfferView),
    ),
    step("receiving head agrees: deployment", async () => {
      const agreement = { agreed: true, objectives: await objectives() };
      expectBody(await post(head, `${known.offer}/agreement`, agreement), 200, OfferView);
      const deployments = { account: practitioner, path: "/deployments", item: DeploymentView };
      const [deployment] = await everyRow(service, deployments);
      known.deployment = `${request()}/deployments/${deployment?.deploymentId}`;
    }),
  ];
}

/** The first visit, from its draft to the school's word on it. */
function visitSteps({ service, parties, known, post, today }: Scene): readonly Step[] {
  const { head, practitioner } = parties;
  const windowBegins = { before: () => service.advance({ days: 40 }) };
  return [
    {
      ...windowBegins,
      ...step("visit drafted", async () => {
        const note = {
          visitedOn: today(),
          days: 1,
          focus: "Coaching two teachers",
          whatHappened: "Observed two sessions and taught one together.",
          agreedActions: "Regroup by the next visit",
          nextVisitOn: null,
        };
        const visit = expectBody(
          await post(practitioner, `${known.deployment}/visits`, note),
          201,
          VisitView,
        );
        known.visit = `${known.deployment}/visits/${visit.visitId}`;
      }),
    },
    step("visit submitted", async () =>
      expectBody(await post(practitioner, `${known.visit}/submission`), 200, VisitView),
    ),
    step("visit marked accurate", async () => {
      const answer = { accurate: true, note: "" };
      expectBody(await post(head, `${known.visit}/response`, answer), 200, VisitView);
    }),
  ];
}

/** From the review half-way to the outcome that closes the request. */
function closingSteps({ area, parties, known, post, put, today, objectives }: Scene): readonly Step[] {
  const { head, practitioner } = parties;
  return [
    step("mid-term review", async () => {
      const review = {
        heldOn: today(),
        working: true,
        changes: "",
        continues: true,
        exitStrategy: "The reading leader takes it on",
        finalDate: today(),
      };
      const path = `${known.deployment}/mid-term-review`;
      expectBody(await post(area.broker, path, review), 200, DeploymentView);
    }),
    step("deployment ends", async () => {
      const ending = { as: "curtailed", on: today(), reason: "The school can go on alone" };
      expectBody(await post(area.broker, `${known.deployment}/ending`, ending), 200, DeploymentView);
    }),
    ...[head, practitioner].map((account, side) =>
      step(side === 0 ? "school evaluates" : "practitioner evaluates", async () => {
        const marks = {
          effectiveness: 4,
          overall: 4,
          impact: [],
          comment: "It helped",
          causeForConcern: false,
        };
        expectBody(await put(account, `${known.deployment}/evaluation`, marks), 200, EvaluationView);
      }),
    ),
    step("outcome: request closed", async () => {
      const outcome = {
        result: "74 % in the practice check",
        level: 5,
        direction: "better",
        evidenceStrength: 3,
        evidence: "Practice check, same children",
        contribution: {
          whatChanged: "Daily phonics is taught as planned",
          whatWeDid: "Coached two teachers",
          otherExplanations: "A new scheme was bought",
        },
      };
      for (const objectiveId of await objectives()) {
        const path = `${known.deployment}/outcomes/${objectiveId}`;
        expectBody(await put(head, path, outcome), 200, OutcomeView);
      }
    }),
  ];
}
