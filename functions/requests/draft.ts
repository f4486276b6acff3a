import type { RequestDraft } from "../../shared/contract/routes/requests.ts";
import type { Refusal } from "../../shared/contract/problems.ts";
import { dateAt } from "../../shared/domain/calendar/calendar.ts";
import { ObjectiveId, RequestId, type SchoolId } from "../../shared/domain/ids.ts";
import { type SupportRequest, untouched, wasBegunByLeader } from "../../shared/domain/requests/request.ts";
import { mayAskForSupport } from "../../shared/domain/schools/school.ts";
import { priorityOf } from "../../shared/domain/requests/triage.ts";
import type { InitiationRoute } from "../../shared/domain/vocabulary.ts";
import { codeFault } from "../../shared/registers/leaves.ts";
import { refuse } from "../../shared/runtime/refusal.ts";
import type { Session } from "../../shared/runtime/session.ts";
import type { World } from "../../shared/runtime/world.ts";
import { leavesAmong } from "../../shared/store/leaves.ts";
import { begunRequests, requests } from "../../shared/store/rows/requests.ts";
import { schoolWith } from "../../shared/store/schools.ts";
import { create, type Store, type Write } from "../../shared/store/store.ts";
import type * as z from "zod";

export type Draft = z.output<typeof RequestDraft>;

/** Which of the three routes a request comes in by, from who writes it. */
export function initiationRoute(session: Session, schoolId: string): InitiationRoute {
  if (session.roles.includes("broker")) return "broker";
  if (session.roles.includes("school") && session.schoolId === schoolId) return "school";
  return "leader";
}

/** What is looked at of a request, as far as it is written, to tell whose it is and by which route it comes. */
interface Routed {
  readonly schoolId: SchoolId;
  readonly routePolicy?: Draft["routePolicy"] | undefined;
}

/** A statutory case has a named commissioner and another payer, so that only the broker opens one. */
export function statutoryFault(session: Session, draft: Pick<Routed, "routePolicy">): Refusal | undefined {
  if (draft.routePolicy !== "statutory" || session.roles.includes("broker")) return undefined;
  return refuse(
    "forbidden",
    "Only the broker opens a statutory case; ask the broker, or choose another route.",
    [{ pointer: "/routePolicy", detail: "This route is the broker's to choose" }],
  );
}

/** A request for days that are over can be met by nobody; only a slip of the pen asks for one. */
export const faultOfDates = ({ window }: Pick<SupportRequest, "window">, now: string): Refusal | undefined =>
  window.to < dateAt(now)
    ? refuse("invalid-request", "Ask for dates that are not over, and send it again.", [
        { pointer: "/window/to", detail: datesAreOver },
      ])
    : undefined;
export const datesAreOver = "These dates are over";

/** Why what stands there cannot be what was written: it stays with its school, and a statutory case stays one, whoever writes. */
export function faultOfChange(session: Session, before: Routed, after: Routed): Refusal | undefined {
  if (before.schoolId !== after.schoolId)
    return refuse("invalid-request", "It stays with its school; begin a new request for another.", [
      { pointer: "/schoolId", detail: "This cannot be changed" },
    ]);
  return before.routePolicy === "statutory" ? undefined : statutoryFault(session, after);
}

/** Who asks as a leader is a practitioner: a school asks for itself. */
export const leaderFault = (session: Session, initiatedBy: InitiationRoute): Refusal | undefined =>
  initiatedBy === "leader" && session.personId === undefined
    ? refuse("forbidden", "A school asks for itself; only a practitioner or a broker asks for another.")
    : undefined;

/** Why a school cannot ask for support. */
export async function faultOfSchool(store: Store, schoolId: SchoolId): Promise<Refusal | undefined> {
  const school = await schoolWith(store, schoolId);
  if (!school)
    return refuse("unknown-school", "Choose a member school of the register in force.", [
      { pointer: "/schoolId", detail: "No member school has this id" },
    ]);
  return mayAskForSupport(school)
    ? undefined
    : refuse("closed-school", `${school.name} is ${school.status} and cannot ask for support.`, [
        { pointer: "/schoolId", detail: `The school is ${school.status}` },
      ]);
}

/** What is wrong with a draft beyond its shape: its school and its need codes, each against its register. */
export const faultsOfDraft = async (store: Store, draft: Draft): Promise<Refusal | undefined> =>
  (await faultOfSchool(store, draft.schoolId)) ??
  faultsOfCodes(store, [draft.codes.primary, ...draft.codes.secondary]);

/** The first need code that is unknown or retired, with its replacement where there is one. */
export async function faultsOfCodes(store: Store, codes: readonly string[]): Promise<Refusal | undefined> {
  const leaves = await leavesAmong(store, codes);
  for (const [index, code] of codes.entries()) {
    const fault = codeFault(code, leaves);
    if (!fault) continue;
    const pointer = index === 0 ? "/codes/primary" : `/codes/secondary/${index - 1}`;
    return refuse(fault.kind, `${fault.detail}.`, [{ pointer, detail: fault.detail }]);
  }
  return undefined;
}

interface NewRequest {
  readonly draft: Draft;
  readonly initiatedBy: InitiationRoute;
  readonly startedBy: string;
  readonly basePriority: number;
}

/** A new draft request, its objectives numbered. */
export function newRequest(
  world: World,
  { draft, initiatedBy, startedBy, basePriority }: NewRequest,
): SupportRequest {
  return {
    ...draft,
    objectives: draft.objectives.map((each) => ({ ...each, objectiveId: world.fresh(ObjectiveId) })),
    requestId: world.fresh(RequestId),
    initiatedBy,
    startedBy,
    state: "draft",
    priority: priorityOf(basePriority, draft.urgency),
    triage: null,
    slotsOpen: draft.people,
    ...untouched,
    createdAt: world.now(),
    submittedAt: null,
  };
}

/** A request that is new, and in the list of the leader who began it. */
export const writesOf = (request: SupportRequest): Write[] => [
  create(requests, request),
  ...(wasBegunByLeader(request) ? [create(begunRequests, request)] : []),
];
