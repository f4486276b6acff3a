import type { PersonId, RequestId } from "../../domain/ids.ts";
import type { MatchRequest } from "../facts/facts.ts";
import { changes } from "./changes.ts";
import { expertsOfFamily, optionsOf, widerRoster } from "./changedOptions.ts";
import { judge } from "./judged.ts";
import type { Solved } from "./standing.ts";

/** What one change asks of a request, and whom it brings in. */
export interface Consequence {
  readonly before: MatchRequest;
  /** The same as before where only how it is judged would change. */
  readonly after: MatchRequest;
  /** The rule that would be set aside; null where it is not one. */
  readonly rule: string | null;
  /** Who would come to qualify and has room, in the order of their ids: as many as the relaxation tells of. */
  readonly newcomers: readonly PersonId[];
}

/** What comes of one change to a request; null where the run knows no such request or change, or it means nothing. */
export function consequenceOf(solved: Solved, requestId: RequestId, code: string): Consequence | null {
  const { roster } = solved;
  const i = roster.requests.findIndex(({ id }) => id === requestId);
  const before = roster.requests[i];
  const change = changes.find((each) => each.code === code);
  const after = before && change?.request(before);
  if (!before || !change || !after) return null;
  const among = change.widerExpertise ? widerRoster(roster) : roster;
  const asked = { i, request: before, judged: judge(roster, before) };
  const judged = change.widerExpertise ? expertsOfFamily(among, asked) : asked.judged;
  const found = optionsOf(solved, { ...asked, judged, among }, change);
  if (found === null) return null;
  const [rule = null] = change.waives ? change.affects : [];
  const newcomers = found.newcomers.flatMap((place) => roster.practitioners[place]?.id ?? []).toSorted();
  return { before, after, rule, newcomers };
}
