import type * as z from "zod";
import type { DeploymentView } from "../../../shared/contract/routes/views.ts";
import { addDays } from "../../../shared/domain/calendar/calendar.ts";
import { chancesOf, type Drive, type Say } from "../drive.ts";
import { forEachInFlight } from "../inFlight.ts";
import { everyItem } from "../../../shared/runtime/everyItem.ts";
import { type PlannedVisit, planVisits, type VisitPlan } from "./visitPlan.ts";

export type SeenDeployment = z.output<typeof DeploymentView>;

/** What became of the work, counted. */
export interface Delivered {
  visits: number;
  disputed: number;
  reviews: number;
  complete: number;
  curtailed: number;
  notStarted: number;
}

interface Course {
  readonly deployment: SeenDeployment;
  readonly plan: VisitPlan;
  /** Visits recorded so far. */
  done: number;
  reviewed: boolean;
  ended: boolean;
}

/** How far the clock goes at a time, and how each deployment goes, by its place among those of most days. */
interface Pace {
  readonly stepDays: number;
  readonly fateOf: (place: number) => VisitPlan["fate"] | undefined;
}

const byChance: Pace = { stepDays: 21, fateOf: () => undefined };

/** Days that pass between the end of the last window and the end of the deliveries. */
const afterwardsDays = 7;

/** Every deployment of the partnership. */
export const allDeployments = ({ api, accounts }: Drive): Promise<SeenDeployment[]> =>
  everyItem((query) => api.call("listDeployments", { as: accounts.broker, query }));

/** Lets weeks pass; visits are made, recorded and answered, reviews held, and every deployment ended. */
export async function deliver(
  drive: Drive,
  say: Say,
  { stepDays, fateOf }: Pace = byChance,
): Promise<Delivered> {
  const { machine } = drive;
  const courses = (await allDeployments(drive))
    .toSorted((a, b) => b.agreement.daysPlanned - a.agreement.daysPlanned)
    .map((deployment, place): Course => {
      const { daysPlanned: days, window } = deployment.agreement;
      const plan = planVisits(chancesOf(drive, deployment, "visits"), { days, window, fate: fateOf(place) });
      return { deployment, plan, done: 0, reviewed: false, ended: false };
    });
  const delivered: Delivered = {
    visits: 0,
    disputed: 0,
    reviews: 0,
    complete: 0,
    curtailed: 0,
    notStarted: 0,
  };
  const lastDay = courses
    .flatMap(({ plan }) => plan.visits.map(({ on }) => on))
    .reduce((latest, on) => (on > latest ? on : latest), await machine.today());
  const end = addDays(lastDay, afterwardsDays);
  for (let today = await machine.today(); ;) {
    await forEachInFlight(byPerson(courses), async (ofPerson) => {
      for (const course of ofPerson) await goOn(drive, { course, today }, delivered);
    });
    await machine.settle();
    say(`${today}: ${told(delivered, courses)}`);
    if (today >= end) break;
    const next = addDays(today, stepDays);
    await machine.moveTo(next < end ? next : end);
    await machine.settle();
    today = await machine.today();
  }
  return delivered;
}

const byPerson = (courses: readonly Course[]): Course[][] => [
  ...Map.groupBy(courses, ({ deployment }) => deployment.personId).values(),
];

const told = ({ visits, disputed, reviews, ...endings }: Delivered, courses: readonly Course[]): string =>
  `${courses.length} deployments, ${visits} visits (${disputed} first found inaccurate), ${reviews} reviews; ` +
  `${endings.complete} complete, ${endings.curtailed} ended early, ${endings.notStarted} not started`;

interface Step {
  readonly course: Course;
  readonly today: string;
}

const idsOf = ({ requestId, deploymentId }: SeenDeployment) => ({ requestId, deploymentId });

async function goOn(drive: Drive, { course, today }: Step, delivered: Delivered): Promise<void> {
  const { plan, deployment } = course;
  if (course.ended) return;
  const due = plan.visits.slice(course.done).filter(({ on }) => on <= today);
  for (const [index, visit] of due.entries()) {
    await recordVisit(drive, deployment, {
      ...visit,
      next: plan.visits[course.done + index + 1]?.on ?? null,
    });
    delivered.visits += 1;
    if (visit.disputed) delivered.disputed += 1;
    if (plan.hasReview && !course.reviewed) {
      await review(drive, deployment, today);
      course.reviewed = true;
      delivered.reviews += 1;
    }
  }
  course.done += due.length;
  const over =
    course.done === plan.visits.length &&
    (plan.visits.length > 0 || deployment.agreement.window.from <= today);
  if (!over) return;
  await endIt(drive, { course, today });
  course.ended = true;
  delivered[plan.fate === "not-started" ? "notStarted" : plan.fate] += 1;
}

type VisitMade = PlannedVisit & { readonly next: string | null };

async function recordVisit(
  { api, accounts }: Drive,
  deployment: SeenDeployment,
  { on, days, disputed, next }: VisitMade,
): Promise<void> {
  const practitioner = accounts.practitioner(deployment.personId);
  const head = accounts.head(deployment.schoolId);
  const note = {
    visitedOn: on,
    days,
    focus: "The agreed objectives, in lessons and with leaders",
    whatHappened: "Joined lessons, talked with the leaders of the work and looked at plans together.",
    agreedActions: "Leaders try one change before the next visit and note what they see.",
    nextVisitOn: next !== null && next > on ? next : null,
  };
  const drafted = await api.call("draftVisit", { as: practitioner, params: idsOf(deployment), body: note });
  const params = { ...idsOf(deployment), visitId: drafted.visitId };
  await api.call("submitVisit", { as: practitioner, params });
  if (disputed) {
    const inaccurate = { accurate: false, note: "We met the leaders on the day after, not the same day" };
    await api.call("answerVisit", { as: head, params, body: inaccurate });
    const corrected = { ...note, whatHappened: `${note.whatHappened} The leaders were met the day after.` };
    await api.call("editVisit", { as: practitioner, params, body: corrected });
    await api.call("submitVisit", { as: practitioner, params });
  }
  await api.call("answerVisit", { as: head, params, body: { accurate: true, note: "" } });
}

async function review(drive: Drive, deployment: SeenDeployment, today: string): Promise<void> {
  const { api, accounts } = drive;
  const random = chancesOf(drive, deployment, "review");
  const as = random.pick([
    accounts.broker,
    accounts.head(deployment.schoolId),
    accounts.practitioner(deployment.personId),
  ]);
  const { to } = deployment.agreement.window;
  const body = {
    heldOn: today,
    working: random.chance(0.85),
    changes: "More time with middle leaders, less in lessons",
    continues: true,
    exitStrategy: "The school's own coach leads the last session and goes on alone",
    finalDate: to > today ? to : today,
  };
  await api.call("reviewDeployment", { as, params: idsOf(deployment), body });
}

const whyEarly = {
  complete: "The school's own coach leads the rest, which was ready sooner than planned",
  curtailed: "The practitioner's school needs them back for the rest of the term",
  "not-started": "The leader who asked has left the school",
} as const;

async function endIt({ api, accounts }: Drive, { course, today }: Step): Promise<void> {
  const { deployment, plan } = course;
  const as = plan.fate === "complete" ? accounts.practitioner(deployment.personId) : accounts.broker;
  const days = plan.visits.reduce((sum, visit) => sum + visit.days, 0);
  const isAsAgreed = plan.fate === "complete" && days >= deployment.agreement.daysPlanned;
  const body = { as: plan.fate, on: today, reason: isAsAgreed ? "" : whyEarly[plan.fate] };
  await api.call("endDeployment", { as, params: idsOf(deployment), body });
}
