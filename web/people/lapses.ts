import { addMonths } from "../../shared/domain/calendar/calendar.ts";
import { longDate } from "../words.ts";
import type { Person, PersonRead } from "./readPerson.ts";

type Recorded = Pick<Person, "assurance" | "designations">;

/** The last day of what is looked at now: whatever ends by then is to be renewed. */
export const soon = (today: string): string => addMonths(today, 1);

const ending = (what: string, on: string, today: string): string =>
  `${what} ${on < today ? "ended" : "ends"} on ${longDate(on)}`;

/** What of somebody's record ended, or ends within a month, each as half a sentence. */
export function lapsesOf({ assurance, designations }: Recorded, today: string): readonly string[] {
  const letter = "The letter of assurance";
  return [
    ...(assurance === null ? [`${letter} is missing`] : []),
    ...[
      { what: letter, on: assurance?.validUntil ?? null },
      ...designations.map(({ title, expiresOn }) => ({ what: title, on: expiresOn })),
    ].flatMap(({ what, on }) => (on !== null && on <= soon(today) ? [ending(what, on, today)] : [])),
  ];
}

/** What a reader does about it. */
export function whatToDo({ person, isThemself, maySetStanding }: PersonRead, today: string): string {
  const { assurance } = person;
  const isOfLetter = assurance === null || assurance.validUntil <= soon(today);
  if (!isOfLetter) return "Once a designation has ended, requests that ask for it no longer find them.";
  const without = "No match run proposes anybody without one that holds when the work begins.";
  if (maySetStanding) return `Ask their head for a new letter, then record it. ${without}`;
  return `${isThemself ? "Ask your head to send" : "Send"} the broker a new letter. ${without}`;
}
