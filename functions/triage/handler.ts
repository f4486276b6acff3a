import { dateAt } from "../../shared/domain/calendar/calendar.ts";
import type { SchoolCalendar } from "../../shared/domain/calendar/calendarInForce.ts";
import { addWorkingDaysAt, workingDaysIn } from "../../shared/domain/calendar/calendarOfSchool.ts";
import type { DomainEvent } from "../../shared/domain/events.ts";
import type { RequestId } from "../../shared/domain/ids.ts";
import { policyNamed } from "../../shared/domain/partnership.ts";
import type { SupportRequest, Triage } from "../../shared/domain/requests/request.ts";
import { recordTriage } from "../../shared/domain/requests/requestSteps.ts";
import type { School } from "../../shared/domain/schools/school.ts";
import { looksLikeDuplicate, priorityOf, routeOf } from "../../shared/domain/requests/triage.ts";
import { type Leaves, noLeaves } from "../../shared/domain/people/expertise.ts";
import { contentWarnings } from "../../shared/registers/contentWarnings.ts";
import { suggestCodes } from "../../shared/registers/triageText.ts";
import { act } from "../../shared/runtime/act.ts";
import { eventQueueFunction } from "../../shared/runtime/queue.ts";
import { notFound } from "../../shared/runtime/refusal.ts";
import { serviceActor } from "../../shared/runtime/session.ts";
import type { World } from "../../shared/runtime/world.ts";
import { calendarOf } from "../../shared/store/calendars.ts";
import { allLeaves } from "../../shared/store/leaves.ts";
import { partnerships } from "../../shared/store/rows/partnership.ts";
import { requests, requestsOfSchool } from "../../shared/store/rows/requests.ts";
import { schoolWith } from "../../shared/store/schools.ts";
import { replace, type Store } from "../../shared/store/store.ts";

/** The door of the triage queue: looks at each submitted request once. */
export const triageFunction = (world: World) =>
  eventQueueFunction(world, "triage", async (event: DomainEvent) => {
    if (event.subject.requestId)
      await triage(world, world.storeFor(event.partnershipId), event.subject.requestId);
  });

const soonWorkingDays = 5;

async function triage(world: World, store: Store, requestId: RequestId): Promise<void> {
  const outcome = await act({ store }, async () => {
    const request = await store.get(requests, { requestId });
    const partnership = await store.get(partnerships, {});
    const school = request && (await schoolWith(store, request.schoolId));
    if (!request || !partnership || !school) return notFound("request");
    const found = findingsOn(request, school, {
      now: world.now(),
      others: await store.all(requestsOfSchool(school.schoolId)),
      calendar: await calendarOf(store, school.schoolId),
      leaves: await allLeaves(store),
    });
    const routePolicy = routeOf(request.routePolicy, {
      primary: request.codes.primary,
      inConcern: school.inCategoryOfConcern,
    });
    const { basePriority } = policyNamed(partnership, routePolicy);
    const priority = priorityOf(basePriority, request.urgency);
    const recorded = recordTriage({ ...request, routePolicy }, { triage: found, priority });
    // Already triaged, or withdrawn meanwhile: a message that comes twice changes nothing.
    if (recorded.kind === "wrong-state") return { reply: { status: 200, body: null } };
    return { reply: { status: 200, body: null }, action: actionFor(recorded.row) };
  });
  if ("problem" in outcome) throw new Error(`Triage could not be recorded: ${outcome.problem}`);
}

function actionFor(request: SupportRequest) {
  const { requestId, schoolId, state, priority, routePolicy, triage } = request;
  const opened = state === "open";
  return {
    chain: `request:${requestId}` as const,
    action: "request-triaged",
    actor: serviceActor("triage"),
    facts: {
      requestId,
      priority,
      routePolicy,
      opened,
      duplicates: triage?.duplicates.length ?? 0,
      warnings: triage?.warnings.join(" ") ?? "",
    },
    writes: [replace(requests, request)],
    announce: [
      opened
        ? {
            type: "request-opened" as const,
            subject: { requestId, schoolId },
            tell: [{ to: "school" as const, schoolId }],
          }
        : {
            type: "request-needs-broker" as const,
            subject: { requestId, schoolId },
            tell: [{ to: "brokers" as const }, { to: "school" as const, schoolId }],
          },
    ],
  };
}

interface Around {
  readonly now: string;
  readonly others: readonly SupportRequest[];
  readonly calendar: SchoolCalendar;
  /** The partnership's local leaves; none unless given. */
  readonly leaves?: Leaves;
}

/** What triage finds in a request: suggested codes with their words, duplicates, and warnings without the text. */
export function findingsOn(
  request: SupportRequest,
  school: School,
  { now, others, calendar, leaves = noLeaves }: Around,
): Triage {
  const text = [
    request.description,
    ...request.objectives.flatMap((each) => [each.statement, each.successMeasure, each.baseline]),
  ].join("\n");
  const warnings: Triage["warnings"] = [...new Set(contentWarnings(text).map((each) => each.kind))];
  if (school.status === "open-proposed-to-close") warnings.push("school-proposed-to-close");
  if (request.window.from <= addWorkingDaysAt(calendar, dateAt(now), soonWorkingDays))
    warnings.push("window-begins-soon");
  if (workingDaysIn(calendar, request.window, request.daysEach) < request.daysEach)
    warnings.push("too-few-open-days");
  return {
    triagedAt: now,
    suggestions: suggestCodes(text, leaves).map(({ code, score, words }) => ({
      code,
      score,
      words: [...words],
    })),
    duplicates: others.filter((other) => looksLikeDuplicate(request, other)).map((other) => other.requestId),
    warnings,
    correctedBy: null,
  };
}
