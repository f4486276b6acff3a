import { modeBit, phaseBit, type SchoolColumns } from "./schools.ts";
import { onceByDate, sortable } from "../facts/dates.ts";
import type { MatchRequest } from "../facts/facts.ts";
import { type FitWeights, weightsFor } from "../facts/policy.ts";
import { once } from "../facts/once.ts";
import type { Roster } from "../facts/roster.ts";
import { weekdayFrom, weekdayTo } from "../facts/weekdays.ts";
import { exact, sharedCells, whole } from "../problem/cells.ts";
import type { Pinned } from "../problem/pins.ts";
import type { PersonId } from "../../domain/ids.ts";
import { type Lists, listing } from "./lists.ts";
import { modes, phases, routePolicyNames } from "../../domain/vocabulary.ts";

/** Numbers in the row of a request, of which `inRequest` names some. */
export const requestWide = 16;
export const inRequest = {
  /** The number of the school that asks. */
  school: 0,
  /** The number of the code asked for. */
  code: 1,
  /** The window, as numbers that sort as its first and last date do, and as numbers of weekdays. */
  begins: 2,
  ends: 3,
  from: 4,
  to: 5,
  halfDays: 6,
  /** 1 where nobody need travel. */
  isRemote: 7,
  /** 1 where somebody must travel to a place that is known. */
  isTravelled: 8,
  /** The number of the weights that judge it. */
  weights: 9,
  /** Requests of one kind, of one code, phase, mode and set of weights, have one number, and those of one code follow each other. */
  kind: 10,
  /** The number of the designation that is required, -1 for none. */
  designation: 11,
  /** The bits of the phase and of the mode. */
  phase: 12,
  mode: 13,
  /** 1 where other codes are asked for beside the first. */
  hasOthers: 14,
  /** 1 where a broker set a rule aside for somebody. */
  hasNamed: 15,
} as const;

/** The requests of a run, by place in the roster. */
export interface Requests {
  readonly rows: Int32Array;
  readonly weights: readonly FitWeights[];
  /** The numbers of codes asked for beside the first. */
  readonly others: Lists;
  /**
   * Places of people who are not looked at: excluded ones, those who declined, who hold a place or are pinned, and
   * those for whom a broker set a rule aside, who are judged otherwise.
   */
  readonly refused: Lists;
  /** Places of people proposed by the last run. */
  readonly again: Lists;
}

/** The weights that judge a request. */
export function weightsAt({ rows, weights }: Requests, request: number): FitWeights {
  const found = weights[whole(rows, request * requestWide + inRequest.weights)];
  if (found === undefined) throw new RangeError(`No weights judge the request at place ${request}`);
  return found;
}

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
  roster.requests.forEach((request, at) => {
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
  });
  return { rows, weights, others: others.lists(), refused: refused.lists(), again: again.lists() };
}
