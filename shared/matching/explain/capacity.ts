import { counted } from "../../domain/counted.ts";
import { whole } from "../problem/cells.ts";
import { daysOf } from "../rules/capacityRules.ts";
import { type OpenRequest, roomForSchool } from "./judged.ts";
import type { MoreRoom, Relaxation } from "./result.ts";
import { chosenFor, type Solved } from "./standing.ts";

const spent = ["no-slots", "no-days"];

/** Everybody who qualifies but for room, with the least room more that each would need, least first. */
function shortOfRoom(
  solved: Solved,
  { i, request, judged }: OpenRequest,
): readonly (MoreRoom & { place: number })[] {
  const proposed = solved.peopleOf[i] ?? [];
  return judged
    .flatMap(({ place, refusedBy }) => {
      const person = solved.roster.practitioners[place];
      if (person === undefined || proposed.includes(place)) return [];
      if (!refusedBy.every((rule) => spent.includes(rule))) return [];
      const slots = Math.max(0, 1 - whole(solved.slotsFree, place));
      const halfDays = Math.max(0, request.halfDays - whole(solved.halfDaysFree, place));
      return slots + halfDays === 0 ? [] : [{ personId: person.id, place, slots, halfDays }];
    })
    .toSorted((a, b) => a.halfDays - b.halfDays || a.slots - b.slots || a.place - b.place);
}

/** What each of the people named would need, as the beginning of a sentence. */
function roomInWords(more: readonly MoreRoom[]): string {
  const halfDays = Math.max(...more.map((each) => each.halfDays));
  const days = `${more.length > 1 ? "Up to " : ""}${daysOf(halfDays)} more`;
  const needsPlace = more.some(({ slots }) => slots > 0);
  if (!needsPlace) return days;
  return halfDays === 0 ? "One more deployment" : `One more deployment, and ${days.toLowerCase()},`;
}

/** The least room more, of people who qualify and whose room is taken, that would fill open places at once. */
export function moreCapacity(solved: Solved, asked: OpenRequest): Relaxation | null {
  const { i, request } = asked;
  const short = shortOfRoom(solved, asked);
  const room = roomForSchool(solved, i, request);
  const schoolOf = (place: number): string => solved.roster.practitioners[place]?.homeSchoolId ?? "";
  const from = chosenFor(solved, i).map(schoolOf);
  const more: MoreRoom[] = [];
  for (const { place, ...each } of short) {
    if (more.length === whole(solved.unfilled, i)) break;
    const schoolId = schoolOf(place);
    if (from.filter((other) => other === schoolId).length >= room(schoolId)) continue;
    from.push(schoolId);
    more.push(each);
  }
  if (more.length === 0) return null;
  const code = request.codes.primary;
  const some = more.length === 1 ? "one" : `each of ${more.length}`;
  const people =
    short.length === 1
      ? `the one person for ${code} whose time is taken`
      : `${some} of the ${short.length} people for ${code} whose time is taken`;
  return {
    code: "more-capacity",
    sentence:
      `${roomInWords(more)} for ${people}: ` +
      `${counted(more.length, "open place is filled", "open places are filled")}.`,
    gain: more.length,
    people: short.length,
    moved: 0,
    more,
  };
}
