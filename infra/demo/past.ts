import { academicYearOf, addDays } from "../../shared/domain/calendar/calendar.ts";
import { forEachInFlight } from "./inFlight.ts";
import type { Drive, Say } from "./drive.ts";
import { answerAll, liveOffers, requestsStillOpen } from "./life/answers.ts";
import { askForSupport, correctAndWithdraw } from "./life/arrivals.ts";
import { deliver } from "./life/delivery.ts";
import { evaluate, followUp } from "./life/evidence.ts";
import { laterRound, nothingAnswered } from "./life/manners.ts";
import { confirmAll } from "./life/matching.ts";
import { night } from "./life/nights.ts";
import { letDeadlinesPass, nextBest } from "./life/rounds.ts";
import { addPeople } from "./life/setUp.ts";

/** What was recorded in an autumn is asked about a last time in the next, in its fifth week at the latest. */
const daysUntilAllWasAsked = 400;

/** When a past begins that is over by a date: early in the autumn term, the last whose work was asked about three terms later. */
export const pastBegins = (today: string): string =>
  `${academicYearOf(addDays(today, -daysUntilAllWasAsked)).slice(0, 4)}-09-08`;

/** Two of the longer pieces of work went badly; all others were done. */
const badly: Readonly<Record<number, "curtailed" | "not-started">> = { 1: "curtailed", 3: "not-started" };
const pace = { stepDays: 35, fateOf: (place: number) => badly[place] ?? ("complete" as const) };

/** One offer is never answered, and one is declined with a reason; everybody else says yes sooner or later. */
async function answerOffers(drive: Drive): Promise<void> {
  const { api, accounts, silent } = drive;
  const [unanswered, declined] = await liveOffers(drive);
  if (unanswered) silent.add(unanswered.offerId);
  if (declined) {
    const { requestId, offerId, personId } = declined;
    await api.call("declineOffer", {
      as: accounts.practitioner(personId),
      params: { requestId, offerId },
      body: { reason: "dates-do-not-suit", note: "Our own review is in those weeks" },
    });
  }
  await answerAll(drive, laterRound, nothingAnswered());
}

/** Requests for which nobody was found are taken back before their dates are over. */
async function giveUpOpen(drive: Drive): Promise<number> {
  const { api, machine, accounts } = drive;
  const open = [...(await requestsStillOpen(drive))];
  const body = { reason: "Nobody could be found in time; the school looks for help elsewhere" };
  const given = await forEachInFlight(open, (requestId) =>
    api.attempt("withdrawRequest", { as: accounts.broker, params: { requestId }, body }, ["wrong-state"]),
  );
  await machine.settle();
  return given.filter(({ kind }) => kind === "answered").length;
}

/**
 * Lives an autumn's support from the requests to what lasted three terms later, as everybody in it would by HTTP, and
 * brings the clock to a date. Tells how it went.
 */
export async function liveThePast(drive: Drive, until: string, say: Say): Promise<void> {
  const { machine } = drive;
  const from = await machine.today();
  const quietly: Say = () => undefined;
  await addPeople(drive, quietly);
  await askForSupport(drive, quietly);
  await correctAndWithdraw(drive, quietly);
  const { proposals } = await night(drive, quietly);
  await confirmAll(drive, proposals);
  await answerOffers(drive);
  await letDeadlinesPass(drive, quietly);
  await nextBest(drive, 1, quietly);
  const unmet = await giveUpOpen(drive);
  say(`${from}: ${drive.population.requests.length} requests, ${unmet} of them unmet`);
  const { visits, complete, curtailed, notStarted } = await deliver(drive, quietly, pace);
  const { outcomes } = await evaluate(drive, quietly);
  say(`${complete + curtailed + notStarted} pieces of work with ${visits} visits and ${outcomes} outcomes`);
  for (const span of ["one-term", "three-terms"] as const)
    await followUp(drive, quietly, { span, share: 0.85 });
  await machine.moveTo(until);
  await machine.settle();
  say(`what lasted of it, up to ${await machine.today()}`);
}
