import type { SchoolCalendar } from "../../shared/domain/calendar/calendarInForce.ts";
import { isFreeOn } from "../../shared/domain/people/availability.ts";
import { dateAt } from "../../shared/domain/calendar/calendar.ts";
import { type Deployment, hasEnded, type Visit } from "../../shared/domain/deployments/deployment.ts";
import { isReleasedOn } from "../../shared/domain/deployments/newRelease.ts";
import { daysOpenTo } from "../../shared/domain/deployments/visit.ts";
import { visitDates, withNotices } from "../../shared/domain/calendar/visitDates.ts";
import { notFound } from "../../shared/runtime/refusal.ts";
import type { Handler } from "../../shared/runtime/serve.ts";
import { calendarOf, calendarsOfParties } from "../../shared/store/calendars.ts";
import { visitsOf } from "../../shared/store/rows/deployments.ts";
import { people } from "../../shared/store/rows/people.ts";
import type { Store } from "../../shared/store/store.ts";
import { allParties, deploymentFor } from "./access.ts";

/** Dates of visits to suggest while work goes on: within its window, or until the day that its review gave it. */
export const deploymentVisitDates: Handler<"deploymentVisitDates"> = async (
  { params, query },
  { world, store, session },
) => {
  const deployment = await deploymentFor({ store, session, open: allParties }, params);
  if (!deployment) return notFound("deployment");
  const [records, { supportedSchool, homeSchool }] = await Promise.all([
    store.all(visitsOf(params.requestId, params.deploymentId)),
    calendarsOfParties(store, deployment),
  ]);
  const releasedBy = await releasing(store, { deployment, records, homeSchool });
  const { window } = deployment.agreement;
  const to = deployment.midTermReview?.finalDate ?? window.to;
  const sought = { window: { ...window, to }, today: dateAt(world.now()), supportedSchool, releasedBy };
  const isOpen = !hasEnded(deployment) && daysOpenTo(deployment, records) > 0;
  const items = isOpen ? visitDates({ ...sought, ...query }) : [];
  return { status: 200, body: withNotices(items, sought) };
};

interface Work {
  readonly deployment: Deployment;
  readonly records: readonly Visit[];
  readonly homeSchool: SchoolCalendar;
}

/** By date, the calendar of the school that releases the practitioner: the new one's from the day of a move that it released. */
async function releasing(
  store: Store,
  { deployment, records, homeSchool }: Work,
): Promise<(date: string) => SchoolCalendar | null> {
  const { newRelease } = deployment;
  const [person, newSchool] = await Promise.all([
    store.get(people, deployment),
    newRelease?.schoolId ? calendarOf(store, newRelease.schoolId) : homeSchool,
  ]);
  const sent = records.filter(({ state }) => state !== "draft");
  const planned = new Set(sent.map(({ nextVisitOn }) => nextVisitOn));
  return (date) => {
    if (!person || planned.has(date) || !isFreeOn(person, date) || !isReleasedOn(deployment, date))
      return null;
    return newRelease && newRelease.from <= date ? newSchool : homeSchool;
  };
}
