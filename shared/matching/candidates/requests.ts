import { modeBit, phaseBit, type SchoolColumns } from "./schools.ts";
import { readAhead } from "../facts/ahead.ts";
import { onceByDate, sortable } from "../facts/dates.ts";
import type { MatchRequest } from "../facts/facts.ts";
import { type FitWeights, weightsFor } from "../facts/policy.ts";
import { once } from "../facts/once.ts";
import type { Roster } from "../facts/roster.ts";
import { weekdayFrom, weekdayTo } from "../facts/weekdays.ts";
import { exact, sharedCells } from "../problem/cells.ts";
import type { Pinned } from "../problem/pins.ts";
import type { PersonId } from "../../domain/ids.ts";
import { listing } from "./lists.ts";
import { inRequest, type Requests, requestWide } from "./requestRows.ts";
import { modes, phases, routePolicyNames } from "../../domain/vocabulary.ts";

/** By what the kind of a request is told, beside its phase and mode. */
interface Asking {
  readonly code: number;
  readonly weights: number;
  readonly isTravelled: boolean;
  readonly hasOthers: boolean;
}

/** Routes and the partnership itself have weights of their own at most. */
const mostWeights = 1 + routePolicyNames.length;

function kindOf({ phase, mode }: MatchRequest, { code, weights, isTravelled, hasOthers }: Asking): number {
  const byPhase =
    ((code * mostWeights + weights) * 2 + (hasOthers ? 1 : 0)) * phases.length + phases.indexOf(phase);
  return (byPhase * modes.length + modes.indexOf(mode)) * 2 + (isTravelled ? 1 : 0);
}

/** What the requests of a run are read with. */
interface Ground {
  readonly roster: Roster;
  readonly pinned: Pinned;
  readonly schools: Pick<SchoolColumns, "eastMetres" | "northMetres">;
  readonly codeNumber: (code: string) => number;
  readonly designationNumber: (designation: string) => number;
}

/** Writes what is told of a request by a few numbers. */
function rowWriter({ roster, schools, codeNumber, designationNumber }: Ground, rows: Int32Array) {
  const weights: FitWeights[] = [];
  const weightsNumber = once((each: FitWeights) => weights.push(each) - 1);
  const [fromOf, toOf] = [onceByDate(weekdayFrom), onceByDate(weekdayTo)];
  const write = (request: MatchRequest, at: number): void => {
    const { codes, mode, window, halfDays, requiredDesignation } = request;
    const school = roster.schoolNumber.get(request.schoolId) ?? -1;
    const isKnown = exact(schools.eastMetres, school) + exact(schools.northMetres, school) >= 0;
    const asking = {
      code: codeNumber(codes.primary),
      weights: weightsNumber(weightsFor(roster.input.policy, request)),
      isTravelled: mode !== "remote" && isKnown,
      hasOthers: codes.secondary.length > 0,
    };
    const row = at * requestWide;
    rows[row + inRequest.school] = school;
    rows[row + inRequest.code] = asking.code;
    rows[row + inRequest.begins] = sortable(window.from);
    rows[row + inRequest.ends] = sortable(window.to);
    rows[row + inRequest.from] = fromOf(window.from);
    rows[row + inRequest.to] = toOf(window.to);
    rows[row + inRequest.halfDays] = halfDays;
    rows[row + inRequest.isRemote] = mode === "remote" ? 1 : 0;
    rows[row + inRequest.isTravelled] = asking.isTravelled ? 1 : 0;
    rows[row + inRequest.weights] = asking.weights;
    rows[row + inRequest.kind] = kindOf(request, asking);
    rows[row + inRequest.designation] =
      typeof requiredDesignation === "string" ? designationNumber(requiredDesignation) : -1;
    rows[row + inRequest.phase] = phaseBit(request.phase);
    rows[row + inRequest.mode] = modeBit(mode);
    rows[row + inRequest.hasOthers] = asking.hasOthers ? 1 : 0;
    rows[row + inRequest.hasNamed] = request.overrides.length > 0 ? 1 : 0;
  };
  return { write, weights };
}

/** Looks at what is told of a request, wherever it lies. */
function lookAtRequest(request: MatchRequest): number {
  const { codes, window } = request;
  const { excluded, declinedBy, alreadyHeld, lastProposed, overrides } = request;
  const named = excluded.length + declinedBy.length + alreadyHeld.length + lastProposed.length;
  return named + overrides.length + codes.secondary.length + window.to.length;
}

/** Puts the requests of a run in rows. */
export function requestsOf(ground: Ground): Requests {
  const { roster, pinned, codeNumber } = ground;
  const count = roster.requests.length;
  const rows = sharedCells(count * requestWide);
  const { write, weights } = rowWriter(ground, rows);
  const [others, refused, again] = [listing(count), listing(count), listing(count)];
  const add = (list: typeof refused, id: PersonId): void => {
    const place = roster.placeOfPerson.get(id);
    if (place !== undefined) list.add(place);
  };
  const read = (request: MatchRequest, at: number): void => {
    write(request, at);
    for (const code of request.codes.secondary) others.add(codeNumber(code));
    for (const id of request.excluded) add(refused, id);
    for (const id of request.declinedBy) add(refused, id);
    for (const id of request.alreadyHeld) add(refused, id);
    for (const { personId } of request.overrides) add(refused, personId);
    for (const place of pinned.peopleOf.get(at) ?? []) refused.add(place);
    for (const id of request.lastProposed) add(again, id);
    others.end();
    refused.end();
    again.end();
  };
  readAhead(roster.requests, lookAtRequest, read);
  return { rows, weights, others: others.lists(), refused: refused.lists(), again: again.lists() };
}
