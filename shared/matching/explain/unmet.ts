import { counted } from "../../domain/counted.ts";
import { compared } from "../facts/order.ts";
import type { RequestId } from "../../domain/ids.ts";
import { whole } from "../problem/cells.ts";
import type { Judged } from "./judged.ts";
import { type Relaxer, relaxerOf } from "./relax.ts";
import type { Unmet } from "./result.ts";
import type { Solved } from "./standing.ts";
import { couldStepIn, hasRoom } from "./stepIn.ts";
import { refusedInWords } from "./words.ts";

/** How many people with the expertise each rule refused first, most first. */
function refusalCounts(judged: readonly Judged[]): Unmet["refusals"] {
  const counts = new Map<string, number>();
  for (const { refusedBy } of judged) {
    const [rule] = refusedBy;
    if (rule !== undefined) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  }
  return Array.from(counts, ([rule, people]) => ({ rule, people })).toSorted(
    (a, b) => b.people - a.people || compared(a.rule, b.rule),
  );
}

const persons = (count: number): string => counted(count, "person", "people");

/** The constraint that leaves the place open, in plain words. */
function bindingOf(solved: Solved, i: number, judged: readonly Judged[]): Unmet["binding"] {
  const request = solved.roster.requests[i];
  const code = request?.codes.primary ?? "";
  const mayBe = judged.filter(({ refusedBy }) => refusedBy.length === 0).map(({ place }) => place);
  const qualified = mayBe.length;
  if (judged.length === 0)
    return { code: "no-expertise", sentence: `Nobody claims ${code} or a code near enough to it.` };
  const refused = refusalCounts(judged);
  const told = refused.length === 0 ? "" : ` Of the others, ${refusedInWords(refused)}.`;
  if (qualified === 0)
    return {
      code: refused[0]?.rule ?? "refused",
      sentence: `${persons(judged.length)} could help with ${code}, but none may be proposed: ${refusedInWords(refused)}.`,
    };
  if (qualified < (request?.people ?? 0))
    return {
      code: "too-few-qualify",
      sentence: `${persons(qualified)} may be proposed; the request wants ${request?.people}.${told}`,
    };
  return freeButRefused(solved, i, mayBe)
    ? { code: "one-school", sentence: "Those still free come from a school that may send no more people." }
    : {
        code: "capacity",
        sentence: `${persons(qualified)} may be proposed; whoever is not proposed here has too few days or places left beside other work.`,
      };
}

/** Whether somebody who qualifies is free, and only the limit on people from one school stands against them. */
function freeButRefused(solved: Solved, i: number, qualified: readonly number[]): boolean {
  const proposed = solved.peopleOf[i] ?? [];
  const free = qualified.filter(
    (person) => !proposed.includes(person) && hasRoom(solved, { request: i, person }),
  );
  return free.length > 0 && !free.some((person) => couldStepIn(solved, { request: i, person }, null));
}

/** Tells of one request with an open place. */
function unmetAt(solved: Solved, relaxer: Relaxer, i: number): Unmet | null {
  const request = solved.roster.requests[i];
  if (request === undefined || whole(solved.unfilled, i) <= 0) return null;
  const judged = relaxer.judged(i);
  return {
    requestId: request.id,
    slots: whole(solved.unfilled, i),
    binding: bindingOf(solved, i, judged),
    ...relaxer.relaxationsFor(i, judged),
    refusals: refusalCounts(judged),
  };
}

/**
 * Every request with an open place, why it is open, and changes that would fill it, as far as chains of moves find
 * them: what needs to be solved again is left to whoever asks for it.
 */
export function unmetOf(solved: Solved): readonly Unmet[] {
  if (solved.unfilled.every((slots) => slots <= 0)) return [];
  const relaxer = relaxerOf(solved, "chains");
  return Array.from(solved.roster.requests.keys()).flatMap((i) => unmetAt(solved, relaxer, i) ?? []);
}

/** The same of one request, with every change tried to the end; null where the request has no open place. */
export function unmetInFull(solved: Solved, requestId: RequestId): Unmet | null {
  const i = solved.roster.requests.findIndex(({ id }) => id === requestId);
  return i < 0 ? null : unmetAt(solved, relaxerOf(solved, "all"), i);
}
