import { academicYearOf } from "../calendar/calendar.ts";
import { halfDaysOf, sumOfDays } from "../calendar/days.ts";
import {
  type Deployment,
  deliveredSomething,
  deploymentStates,
  hasEnded,
} from "../deployments/deployment.ts";
import { chargeFor, sumOfCharges } from "../deployments/money.ts";
import { declineReasons, type Offer } from "../offers/offer.ts";
import {
  directions,
  type Evaluation,
  type FollowUp,
  followUpSpans,
  followUpStates,
  type Outcome,
} from "./outcome.ts";
import { closures, requestStates } from "../requests/request.ts";
import type { UnmetNeed } from "../runs/run.ts";
import { partsOf, reachOf, type ReachRows } from "./reach.ts";

/** The rows that the work of a partnership is measured by, each list whole. */
export interface ImpactRows extends ReachRows {
  readonly outcomes: readonly Outcome[];
  readonly evaluations: readonly Evaluation[];
  readonly followUps: readonly FollowUp[];
  /** What the latest run could not fill. */
  readonly unmet: readonly UnmetNeed[];
  readonly declinedOffers: readonly Offer[];
  readonly practitionerIds: readonly string[];
}

/**
 * The rows of one academic year: requests for days that begin in it with what became of their places, and deployments
 * of it with all that is recorded of them. Who and which schools there are is as now.
 */
export function ofYear(rows: ImpactRows, academicYear: string): ImpactRows {
  const requests = rows.requests.filter(({ window }) => academicYearOf(window.from) === academicYear);
  const deployments = rows.deployments.filter((each) => each.academicYear === academicYear);
  const asked = new Set(requests.map(({ requestId }) => requestId));
  const worked = new Set(deployments.map(({ deploymentId }) => deploymentId));
  const ofWork = ({ deploymentId }: Pick<Deployment, "deploymentId">): boolean => worked.has(deploymentId);
  return {
    ...rows,
    requests,
    deployments,
    outcomes: rows.outcomes.filter(ofWork),
    evaluations: rows.evaluations.filter(ofWork),
    followUps: rows.followUps.filter(ofWork),
    unmet: rows.unmet.filter(({ requestId }) => asked.has(requestId)),
    declinedOffers: rows.declinedOffers.filter((each) => each.academicYear === academicYear),
  };
}

/** Counts rows under each of the known names, none left out, in the order of the names. */
function countBy<Row>(
  rows: readonly Row[],
  names: readonly string[],
  nameOf: (row: Row) => string | null | undefined,
): Record<string, number> {
  const counts = new Map(names.map((name) => [name, 0]));
  for (const row of rows) {
    const name = nameOf(row);
    if (name !== null && name !== undefined) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return Object.fromEntries(counts);
}

function slotsByConstraint(unmet: readonly UnmetNeed[]): Record<string, number> {
  const slots = new Map<string, number>();
  for (const need of unmet)
    slots.set(need.binding.constraint, (slots.get(need.binding.constraint) ?? 0) + need.slots);
  return Object.fromEntries([...slots].toSorted(([left], [right]) => (left < right ? -1 : 1)));
}

/** Days a deployment takes of its practitioner: what is agreed while it goes on, what was delivered once over. */
const daysTaken = (deployment: Deployment): number =>
  hasEnded(deployment) ? deployment.daysDelivered : deployment.agreement.daysPlanned;

const toThousandths = (share: number): number => Math.round(share * 1000) / 1000;

/** Gini coefficient of loads in whole half days, to a thousandth: 0 when all carry the same. */
export function giniOf(halfDayLoads: readonly number[]): number {
  const sorted = halfDayLoads.toSorted((a, b) => a - b);
  const total = sorted.reduce((sum, load) => sum + load, 0);
  if (total === 0) return 0;
  const ranked = sorted.reduce((sum, load, rank) => sum + (2 * (rank + 1) - sorted.length - 1) * load, 0);
  return toThousandths(ranked / (sorted.length * total));
}

function loadOf({ practitionerIds, deployments }: ImpactRows) {
  const halfDays = new Map<string, number>(practitionerIds.map((personId) => [personId, 0]));
  for (const each of deployments)
    halfDays.set(each.personId, (halfDays.get(each.personId) ?? 0) + halfDaysOf(daysTaken(each)));
  const loads = [...halfDays.values()].toSorted((a, b) => b - a);
  const total = loads.reduce((sum, load) => sum + load, 0);
  const topFive = loads.slice(0, 5).reduce((sum, load) => sum + load, 0);
  const active = new Set(deployments.filter((each) => !hasEnded(each)).map((each) => each.personId));
  return {
    practitioners: loads.length,
    active: active.size,
    topFiveShare: total === 0 ? 0 : toThousandths(topFive / total),
    gini: giniOf(loads),
  };
}

/** What schools answered later on, by how long after: an answer each for one outcome. */
const answersBySpan = (followUps: readonly FollowUp[]): Record<string, Record<string, number>> =>
  Object.fromEntries(
    followUpSpans.map((span) => {
      const after = followUps.filter((each) => each.after === span);
      return [span, countBy(after, directions, ({ answer }) => answer?.direction)];
    }),
  );

const distinct = (ids: readonly string[]): number => new Set(ids).size;
const moneyOf = (deployments: readonly Deployment[]) =>
  sumOfCharges(deployments.map((each) => chargeFor(each.agreement, each.daysCharged)));

/**
 * What a partnership can say of its work. Schools count as giving or receiving once a day was delivered, and closed
 * ones as members only where they took part;
 * unmet places are those of the latest run; every known state and level stands there, also with none.
 */
export function impactOf(rows: ImpactRows) {
  const { requests, deployments, outcomes, evaluations } = rows;
  const delivering = deployments.filter(deliveredSomething);
  const parts = partsOf(rows);
  return {
    requests: countBy(requests, requestStates, (each) => each.state),
    closures: countBy(requests, closures, (each) => each.closure?.as),
    unmetByConstraint: slotsByConstraint(rows.unmet),
    schoolsReceiving: distinct(delivering.map((each) => each.schoolId)),
    schoolsGiving: distinct(delivering.map((each) => each.homeSchoolId)),
    memberSchools: parts.length,
    reach: reachOf(parts),
    didNotAsk: parts
      .filter(({ asked }) => asked === 0)
      .map(({ school: { schoolId, name }, daysGiven }) => ({ schoolId, name, daysGiven })),
    deployments: countBy(deployments, deploymentStates, (each) => each.state),
    days: {
      planned: sumOfDays(deployments.map((each) => each.agreement.daysPlanned)),
      delivered: sumOfDays(deployments.map((each) => each.daysDelivered)),
      charged: sumOfDays(deployments.map((each) => each.daysCharged)),
    },
    ...moneyOf(deployments),
    outcomesByLevel: countBy(outcomes, ["1", "2", "3", "4", "5"], (each) => String(each.level)),
    outcomesByDirection: countBy(outcomes, directions, (each) => each.direction),
    outcomesByEvidenceStrength: countBy(outcomes, ["0", "1", "2", "3", "4"], (each) =>
      String(each.evidenceStrength),
    ),
    evaluations: {
      school: evaluations.filter((each) => each.side === "school").length,
      practitioner: evaluations.filter((each) => each.side === "practitioner").length,
    },
    declineReasons: countBy(rows.declinedOffers, declineReasons, (each) => each.declineReason),
    followUps: countBy(rows.followUps, followUpStates, (each) => each.state),
    followUpAnswers: answersBySpan(rows.followUps),
    load: loadOf(rows),
  };
}
