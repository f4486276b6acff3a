import { counted } from "../../domain/counted.ts";
import { whole } from "../problem/cells.ts";
import type { Roster } from "../facts/roster.ts";
import { compared } from "../facts/order.ts";
import { expertsOfFamily, mayBring, optionsOf, widerRoster } from "./changedOptions.ts";
import { type Change, changes } from "./changes.ts";
import { gainFinder, type GainFinder, type HowFar } from "./gain.ts";
import type { Filled } from "./mostFilled.ts";
import type { Relaxation, Unmet } from "./result.ts";
import { moreCapacity } from "./capacity.ts";
import { judge, type Judged, type OpenRequest } from "./judged.ts";
import type { Solved } from "./standing.ts";

/** Finds the changes that would fill open places, each tried on everybody's proposals as they stand. */
export interface Relaxer {
  readonly judged: (request: number) => readonly Judged[];
  readonly relaxationsFor: (request: number, judged: readonly Judged[]) => Tried;
}

/** The changes that help, those that help most first, and whether each was tried to the end. */
type Tried = Pick<Unmet, "relaxations" | "isSettled">;

function sentenceFor(opening: string, people: number, { filled, moved }: Filled): string {
  const who = people === 0 ? "" : `${counted(people, "more person qualifies", "more people qualify")}, and `;
  const places = counted(filled, "open place is filled", "open places are filled");
  const how = moved === 0 ? "" : `, with ${counted(moved, "other proposal", "other proposals")} moved`;
  return `${opening}: ${who}${places}${how}; nobody else loses a place.`;
}

const helpsNothing: Tried = { relaxations: [], isSettled: true };

/** Tries one change of a request on everybody's proposals as they stand. */
function trierOf(solved: Solved, gains: GainFinder): (asked: OpenRequest, change: Change) => Tried {
  const { roster, encoded, unfilled } = solved;
  let wide: Roster | null = null;
  const widened = (): Roster => (wide ??= widerRoster(roster));
  return (asked, change) => {
    const among = change.widerExpertise ? widened() : roster;
    const judged = change.widerExpertise ? expertsOfFamily(among, asked) : asked.judged;
    if (change.needsNewcomers && !judged.some((one) => mayBring(change, one))) return helpsNothing;
    const found = optionsOf(solved, { ...asked, judged, among }, change);
    if (found === null || (found.newcomers.length === 0 && change.needsNewcomers)) return helpsNothing;
    const { filled, moved, isSettled } = gains.gainOf(found.changed);
    const held = whole(encoded.problem.wanted, asked.i) - whole(unfilled, asked.i);
    const gain = filled - held;
    if (gain <= 0) return { relaxations: [], isSettled };
    const people = found.newcomers.length;
    const sentence = sentenceFor(change.opening, people, { filled: gain, moved });
    return { relaxations: [{ code: change.code, sentence, gain, people, moved, more: [] }], isSettled };
  };
}

/** Those that help most first. */
const inOrder = (relaxations: readonly Relaxation[]): readonly Relaxation[] =>
  relaxations.toSorted(
    (a, b) => b.gain - a.gain || a.moved - b.moved || b.people - a.people || compared(a.code, b.code),
  );

/** Looks for relaxations of a solved run, as far as is told: each that is told holds. */
export function relaxerOf(solved: Solved, howFar: HowFar): Relaxer {
  const { roster } = solved;
  const gains = gainFinder(solved, howFar);
  const tried = trierOf(solved, gains);
  return {
    judged: (i) => {
      const request = roster.requests[i];
      return request === undefined ? [] : judge(roster, request);
    },
    relaxationsFor: (i, judged) => {
      const request = roster.requests[i];
      if (request === undefined) return helpsNothing;
      const asked = { i, request, judged };
      gains.begin();
      const all = changes.map((change) => tried(asked, change));
      const capacity = moreCapacity(solved, asked);
      const relaxations = all.flatMap((each) => each.relaxations);
      return {
        relaxations: inOrder(capacity === null ? relaxations : [...relaxations, capacity]),
        isSettled: all.every((each) => each.isSettled),
      };
    },
  };
}
