import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { numbered, someOffer, somePerson, somePolicy, someRequest } from "../../../test/harness/rows.ts";
import { dateAt, endOfDay } from "./calendar.ts";
import type { SchoolCalendar } from "./calendarInForce.ts";
import { type AskingBy, calendarOfParty, calendarOfSide, type PartyCalendars } from "./calendarOfParties.ts";
import { dayAt } from "./calendarOfSchool.ts";
import { anyCalendar, anyInstant } from "../../../test/harness/calendars.ts";
import { chaseToday } from "../tasks/chaser.ts";
import {
  madeUpDeployment,
  madeUpOutcome,
  madeUpVisit,
  objectiveIds,
} from "../deployments/deployment.testdata.ts";
import { FollowUpId } from "../ids.ts";
import { awaitedParty, isLate, type Offer } from "../offers/offer.ts";
import { counter, sayYes, takeCounter } from "../offers/offerSteps.ts";
import { withOpenDeadline } from "../offers/offerDeadline.ts";
import { followUpOf, followUpSpans } from "../outcomes/outcome.ts";
import type { ConsentParty } from "../partnership.ts";
import { lastVisitOn } from "../deployments/visit.ts";
import { evaluationDue, recordDue, recordsAwaited, sides } from "../tasks/workDue.ts";

const orders: ConsentParty[][] = [
  ["practitioner", "home-head", "receiving-head"],
  ["receiving-head", "practitioner", "home-head"],
  ["home-head", "receiving-head", "practitioner"],
];
const anyCalendars: fc.Arbitrary<PartyCalendars> = fc.record({
  homeSchool: anyCalendar,
  supportedSchool: anyCalendar,
});
const asking = fc.record({
  calendars: anyCalendars,
  policy: fc.constantFrom(...orders).map((order) => somePolicy(order)),
});

const sent = ({ policy }: AskingBy, now: string): Offer =>
  someOffer(someRequest(1, numbered.school(1), dateAt(now)), somePerson(1, numbered.school(2)), {
    policy,
    now,
  });

/** An offer by those calendars in each state in which somebody is awaited: asked first, second, third, and of a counter. */
function awaitingOffers(by: AskingBy, now: string): Offer[] {
  const first = withOpenDeadline(sent(by, now), by.calendars);
  const offers = [first];
  for (let offer = first; offer.state !== "agreed" && offers.length < 3;) {
    const answered = sayYes(offer, by, { party: awaitedParty(offer) ?? "practitioner", now, note: null });
    if (!("offer" in answered)) throw new Error("Nobody was late to answer at once");
    ({ offer } = answered);
    offers.push(offer);
  }
  const party = awaitedParty(first) ?? "practitioner";
  const made = counter(first, { party, now }, { terms: { ...first.terms, days: 2 }, message: "Two days" });
  const taken = made.kind === "countered" ? takeCounter(made.offer, by, now) : made;
  return "offer" in taken ? [...offers, taken.offer] : offers;
}

interface Deadline {
  readonly on: string;
  readonly calendar: SchoolCalendar;
}

const work = madeUpDeployment({ state: "in-delivery" });

/** When records, answers to them, evaluations, last visits and follow-ups of work that went on at an instant are due. */
function deadlinesOfWork(calendars: PartyCalendars, now: string): Deadline[] {
  const today = dateAt(now);
  const ended = madeUpDeployment({ state: "complete", ending: { as: "complete", on: today, reason: "" } });
  const response = { accurate: false, note: "Half a day", at: now };
  const visits = [
    madeUpVisit({ visitedOn: today }, 1),
    madeUpVisit({ state: "inaccurate", response }, 2),
    madeUpVisit({ state: "submitted", submittedAt: now }, 3),
    madeUpVisit({ state: "accurate", visitedOn: "2031-01-01", nextVisitOn: today }, 4),
  ];
  const awaited = recordsAwaited(work, visits);
  const [objectiveId] = objectiveIds;
  if (!objectiveId || awaited.length !== visits.length) throw new Error("Something is awaited of each visit");
  const outcome = madeUpOutcome(ended, objectiveId, "better");
  const followUpId = FollowUpId.parse("fol_00000001");
  const calendar = calendars.supportedSchool;
  const agreement = { ...work.agreement, window: { from: today, to: today } };
  return [
    ...awaited.map((each) => ({
      on: recordDue(each, calendars).dueOn,
      calendar: calendarOfSide(calendars, each.of),
    })),
    ...sides.flatMap((side) => {
      const due = evaluationDue(ended, side, calendars);
      return due ? [{ on: due.dueOn, calendar: calendarOfSide(calendars, side) }] : [];
    }),
    ...followUpSpans.map((after) => ({
      on: followUpOf(outcome, { followUpId, after, today, calendar }).dueOn,
      calendar,
    })),
    { on: lastVisitOn({ ...work, agreement }, calendar), calendar },
  ];
}

describe("deadlines", () => {
  it("of offers lie on open days of the school that answers, and end with the last millisecond of that day", () => {
    fc.assert(
      fc.property(asking, anyInstant, (by, now) => {
        const awaiting = awaitingOffers(by, now);
        expect(awaiting).toHaveLength(4);
        for (const offer of awaiting) {
          const at = offer.expiresAt ?? "";
          const party = awaitedParty(offer) ?? "practitioner";
          expect(dayAt(calendarOfParty(by.calendars, party), dateAt(at))).not.toBe("closed");
          expect(at).toBe(endOfDay(dateAt(at)));
          const next = new Date(Date.parse(at) + 1).toISOString();
          expect([isLate(offer, at), isLate(offer, next)]).toEqual([false, true]);
          const answer = { party, now: at, note: null };
          expect(sayYes(offer, by, answer).kind).not.toBe("expired");
          expect(sayYes(offer, by, { ...answer, now: next }).kind).toBe("expired");
        }
      }),
    );
  });

  it("of offers stay on open days, and go to no earlier one, whatever calendars become after they were sent", () => {
    fc.assert(
      fc.property(asking, anyCalendars, anyInstant, (by, calendars, now) => {
        for (const offer of awaitingOffers(by, now)) {
          const moved = withOpenDeadline(offer, calendars);
          const party = awaitedParty(offer) ?? "practitioner";
          const date = dateAt(moved.expiresAt ?? "");
          expect(dayAt(calendarOfParty(calendars, party), date)).not.toBe("closed");
          expect((moved.expiresAt ?? "") >= (offer.expiresAt ?? "")).toBe(true);
        }
      }),
    );
  });

  it("of work lie on open days of the school of whoever has to do something, after the day they are counted from", () => {
    fc.assert(
      fc.property(anyCalendars, anyInstant, (calendars, now) => {
        const deadlines = deadlinesOfWork(calendars, now);
        expect(deadlines).toHaveLength(9);
        for (const { on, calendar } of deadlines) {
          expect(dayAt(calendar, on)).not.toBe("closed");
          expect(on > dateAt(now)).toBe(true);
        }
      }),
    );
  });

  it("are reminded of, and told to brokers once late, on open days only", () => {
    fc.assert(
      fc.property(anyCalendars, anyInstant, anyInstant, (calendars, now, later) => {
        const visits = [madeUpVisit({ visitedOn: dateAt(now) })];
        const today = dateAt(later);
        for (const awaited of recordsAwaited(work, visits)) {
          const due = recordDue(awaited, calendars);
          const reminded = { since: due.since, holderOn: due.since, brokersOn: null };
          const isOpen = dayAt(due.calendar, today) !== "closed";
          for (const before of [undefined, reminded])
            expect(isOpen || chaseToday(due, before, today) === null).toBe(true);
        }
      }),
    );
  });
});
