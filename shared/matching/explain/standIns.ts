import { compared } from "../facts/order.ts";
import type { PersonId, RequestId } from "../../domain/ids.ts";
import { judge } from "./judged.ts";
import type { Solved } from "./standing.ts";
import { bringingOf, couldStepIn } from "./stepIn.ts";
import { whyNotFree } from "./whyNot.ts";

/** Somebody who could take a place now, with all other proposals left as they are. */
export interface StandIn {
  readonly personId: PersonId;
  /** Basis points, 0 to 10,000. */
  readonly fit: number;
  /** Basis points of fit and rotation that the run would lose by it, all told; it would gain where negative. */
  readonly loss: number;
  readonly whyNot: string;
}

/** A proposed place, with everybody who could take it now, best first. */
export interface PlaceWithStandIns {
  readonly personId: PersonId;
  readonly standIns: readonly StandIn[];
}

/**
 * Everybody who could step in for each person proposed for a request, were that person to decline: free in
 * places and days beside all that the run proposes to them, and let by the rules. Null for an unknown request.
 */
export function standInsFor(solved: Solved, requestId: RequestId): readonly PlaceWithStandIns[] | null {
  const { roster } = solved;
  const i = roster.requests.findIndex(({ id }) => id === requestId);
  const request = roster.requests[i];
  if (request === undefined) return null;
  const mayBe = judge(roster, request).filter(({ refusedBy }) => refusedBy.length === 0);
  return (solved.peopleOf[i] ?? []).flatMap((leaving) => {
    const chosen = { request: i, person: leaving };
    const theirs = bringingOf(solved, chosen);
    const standIns = mayBe.flatMap(({ place }) => {
      const post = { request: i, person: place };
      const person = roster.practitioners[place];
      if (person === undefined || !couldStepIn(solved, post, leaving)) return [];
      const mine = bringingOf(solved, post);
      const loss = theirs.fit + theirs.bonus - theirs.burden - (mine.fit + mine.bonus - mine.burden);
      return [{ personId: person.id, fit: mine.fit, loss, whyNot: whyNotFree(solved, post, chosen) }];
    });
    const person = roster.practitioners[leaving];
    const ranked = standIns.toSorted((a, b) => a.loss - b.loss || compared(a.personId, b.personId));
    return person === undefined ? [] : [{ personId: person.id, standIns: ranked }];
  });
}
