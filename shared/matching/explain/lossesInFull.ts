import type { PersonId, RequestId } from "../../domain/ids.ts";
import type { OpenRun } from "../openRun.ts";
import { mark, whole } from "../problem/cells.ts";
import { alternatesFinder } from "./alternates.ts";
import { forcedLossFinder } from "./forcedLoss.ts";
import type { Alternate } from "./result.ts";

/** A proposed place of a request, with the next three for it. */
export interface PlaceWithAlternates {
  readonly personId: PersonId;
  readonly alternates: readonly Alternate[];
}

/**
 * The alternates of one request, with what each would lose as solving the run again with them tells; null for an
 * unknown request. It takes as long as that many runs.
 */
export function lossesInFull(run: OpenRun, requestId: RequestId): readonly PlaceWithAlternates[] | null {
  const { roster, encoded, solution } = run;
  const { start, practitioner } = encoded.problem;
  const i = roster.requests.findIndex(({ id }) => id === requestId);
  if (i < 0) return null;
  const alternatesFor = alternatesFinder(run, forcedLossFinder(run));
  const places: PlaceWithAlternates[] = [];
  for (let e = whole(start, i); e < whole(start, i + 1); e++) {
    const person = roster.practitioners[whole(practitioner, e)];
    if (mark(solution.taken, e) === 0 || person === undefined) continue;
    places.push({ personId: person.id, alternates: alternatesFor(e) });
  }
  return places;
}
