import type { EventSubject, EventType, Recipient } from "../events.ts";
import { isEmployed } from "./employment.ts";
import type { PersonId } from "../ids.ts";
import type { Person } from "./person.ts";

interface News {
  readonly type: EventType;
  readonly subject: EventSubject;
  readonly tell: readonly Recipient[];
}

/** Has a worker look at what a practitioner was offered and has agreed to: nobody is written to about this. */
export const employmentChanged = (personId: PersonId): News => ({
  type: "employment-changed",
  subject: { personId },
  tell: [],
});

/** Has a worker look at work under way after they declared other interests: nobody hears what they are. */
export const interestsChanged = (personId: PersonId): News => ({
  type: "interests-changed",
  subject: { personId },
  tell: [],
});

/** Asks the new head to vouch for what the practitioner can do, where they have gone to a member school. */
export const joined = (person: Person): News[] =>
  isEmployed(person)
    ? [
        {
          type: "practitioner-joined",
          subject: { personId: person.personId },
          tell: [{ to: "school", schoolId: person.homeSchoolId }],
        },
      ]
    : [];
