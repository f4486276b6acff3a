import { addDays } from "../../../shared/domain/calendar/calendar.ts";
import { usualCalendar } from "../../../shared/domain/calendar/calendarInForce.ts";
import { workingDayFrom } from "../../../shared/domain/calendar/calendarOfSchool.ts";
import type { FollowUpSpan } from "../../../shared/domain/outcomes/outcome.ts";
import { chancesOf, type Drive, type Say } from "../drive.ts";
import { forEachInFlight } from "../inFlight.ts";
import { everyItem } from "../../../shared/runtime/everyItem.ts";
import { pickWeighted } from "../population/chance.ts";
import { allDeployments, type SeenDeployment } from "./delivery.ts";

const levels = [
  [1, 10],
  [2, 25],
  [3, 24],
  [4, 26],
  [5, 15],
] as const;
const directions = [
  ["better", 62],
  ["no-change", 20],
  ["worse", 4],
  ["too-early", 14],
] as const;
/** Three terms later hardly anybody finds it too early to say, and some of what was better is not any more. */
const directionsInTheEnd = [
  ["better", 56],
  ["no-change", 34],
  ["worse", 6],
  ["too-early", 4],
] as const;
const strengths = [
  [0, 14],
  [1, 30],
  [2, 28],
  [3, 22],
  [4, 6],
] as const;

const results = {
  better: "Clearly nearer to the measure than at the start",
  "no-change": "About where it stood at the start",
  worse: "Further from the measure than at the start",
  "too-early": "The measure is taken again only next term",
} as const;

/** Both sides evaluate each ended deployment, and the school records what became of each objective. */
export async function evaluate(
  drive: Drive,
  say: Say,
): Promise<{ readonly evaluations: number; readonly outcomes: number }> {
  let evaluations = 0;
  let outcomes = 0;
  const ended = (await allDeployments(drive)).filter(({ daysDelivered }) => daysDelivered > 0);
  // One request's deployments in turn: they write the same request and the same audit chain.
  const byRequest = [...Map.groupBy(ended, ({ requestId }) => requestId).values()];
  await forEachInFlight(byRequest, async (deployments) => {
    for (const deployment of deployments) {
      const written = await evaluateBothSides(drive, deployment);
      const recorded = await recordOutcomes(drive, deployment);
      evaluations += written;
      outcomes += recorded;
      say(`${evaluations} evaluations, ${outcomes} outcomes`);
    }
  });
  await drive.machine.settle();
  say(`${evaluations} evaluations from both sides, ${outcomes} outcomes`);
  return { evaluations, outcomes };
}

const idsOf = ({ requestId, deploymentId }: SeenDeployment) => ({ requestId, deploymentId });

async function evaluateBothSides(drive: Drive, deployment: SeenDeployment): Promise<number> {
  const { api, accounts } = drive;
  const sides = [accounts.head(deployment.schoolId), accounts.practitioner(deployment.personId)];
  let written = 0;
  for (const [side, as] of sides.entries()) {
    const random = chancesOf(drive, deployment, `evaluation by side ${side}`);
    if (!random.chance(0.92)) continue;
    const effectiveness = random.pick([3, 4, 4, 5, 5]);
    const body = {
      effectiveness,
      overall: Math.max(1, effectiveness - random.pick([0, 0, 1])),
      impact: deployment.agreement.objectives.map((objectiveId) => ({
        objectiveId,
        comment: "Leaders can say what is different and show where",
      })),
      comment: "Well prepared and easy to work with",
      causeForConcern: random.chance(0.02),
    };
    await api.call("evaluateDeployment", { as, params: idsOf(deployment), body });
    written += 1;
  }
  return written;
}

async function recordOutcomes(drive: Drive, deployment: SeenDeployment): Promise<number> {
  const { api, accounts } = drive;
  let recorded = 0;
  for (const [index, objectiveId] of deployment.agreement.objectives.entries()) {
    const random = chancesOf(drive, deployment, `outcome ${index}`);
    if (!random.chance(0.95)) continue;
    const direction = pickWeighted(random, directions);
    const body = {
      result: results[direction],
      level: pickWeighted(random, levels),
      direction,
      evidenceStrength: pickWeighted(random, strengths),
      evidence: "Lesson visits and the school's own checks, before and after",
      contribution: {
        whatChanged: results[direction],
        whatWeDid: "Planned, taught and reviewed together on the agreed days",
        otherExplanations: random.chance(0.5) ? "A new scheme of work began in the same term" : "",
      },
    };
    const as = accounts.head(deployment.schoolId);
    await api.call("recordOutcome", { as, params: { ...idsOf(deployment), objectiveId }, body });
    recorded += 1;
  }
  return recorded;
}

interface Later {
  readonly span: FollowUpSpan;
  /** The share of schools that answer. */
  readonly share: number;
}

/** Lets a term pass, or three, so that follow-ups are asked, and some schools answer. */
export async function followUp(
  drive: Drive,
  say: Say,
  { span, share }: Later = { span: "one-term", share: 0.6 },
): Promise<{ readonly asked: number; readonly answered: number }> {
  const { api, machine, accounts } = drive;
  const as = accounts.broker;
  const inState = (state: "due" | "asked") =>
    everyItem((query) => api.call("listFollowUps", { as, query: { ...query, state } }));
  const ofSpan = (await inState("due")).filter(({ after }) => after === span);
  const lastDue = ofSpan.map(({ dueOn }) => dueOn).reduce((a, b) => (a > b ? a : b), await machine.today());
  await machine.settle();
  await machine.moveTo(workingDayFrom(usualCalendar, addDays(lastDue, 1)));
  await machine.fire("hour");
  await machine.settle();
  const asked = await inState("asked");
  const byRequest = [...Map.groupBy(asked, ({ requestId }) => requestId).values()];
  let answered = 0;
  await forEachInFlight(byRequest, async (ofRequest) => {
    for (const [index, { requestId, followUpId, schoolId }] of ofRequest.entries()) {
      const random = chancesOf(drive, { requestId }, `follow-up ${index} after ${span}`);
      if (!random.chance(share)) continue;
      const body = {
        direction: pickWeighted(random, span === "one-term" ? directions : directionsInTheEnd),
        evidenceStrength: pickWeighted(random, strengths),
        comment: "Looked at again by the same measure",
      };
      const head = accounts.head(schoolId);
      await api.call("answerFollowUp", { as: head, params: { requestId, followUpId }, body });
      answered += 1;
    }
  });
  await machine.settle();
  say(`${asked.length} asked by ${await machine.today()}, ${answered} answered`);
  return { asked: asked.length, answered };
}
