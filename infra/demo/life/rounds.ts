import { usualCalendar } from "../../../shared/domain/calendar/calendarInForce.ts";
import { addWorkingDaysAt } from "../../../shared/domain/calendar/calendarOfSchool.ts";
import type { RequestId } from "../../../shared/domain/ids.ts";
import type { Drive, Say } from "../drive.ts";
import { answerAll, liveOffers, requestsStillOpen } from "./answers.ts";
import { type Answered, firstRound, laterRound, nothingAnswered } from "./manners.ts";
import { confirmAll, latestRun, proposalsFor } from "./matching.ts";

/** Longer than any party is given in the starting policies. */
const pastEveryDeadline = 7;

const told = (answered: Answered): string =>
  [
    `${answered.accepted} accepted`,
    `${answered.declined} declined`,
    `${answered.countered} countered (${answered.countersTaken} taken)`,
    `${answered.released} released (${answered.releaseRefused} not)`,
    `${answered.agreed} agreed (${answered.notAgreed} not)`,
    ...(answered.tooLate > 0 ? [`${answered.tooLate} too late`] : []),
    ...(answered.silent > 0 ? [`${answered.silent} silent`] : []),
  ].join(", ");

/** Practitioners, home heads and receiving heads answer; the broker settles counters. */
export async function answerOffers(drive: Drive, say: Say): Promise<Answered> {
  const answered = nothingAnswered();
  await answerAll(drive, firstRound, answered);
  say(told(answered));
  return answered;
}

/** Requests whose last offer came to nothing, so that the refusal's own run proposes the next best. */
async function requestsLetDown(drive: Drive): Promise<Set<RequestId>> {
  const { api, accounts } = drive;
  const [open, live] = await Promise.all([requestsStillOpen(drive), liveOffers(drive)]);
  const asked = new Set(live.map(({ requestId }) => requestId));
  const letDown = new Set<RequestId>();
  for (const requestId of open) {
    if (asked.has(requestId)) continue;
    const query = { limit: 1 };
    const { items } = await api.call("listRequestOffers", {
      as: accounts.broker,
      params: { requestId },
      query,
    });
    if (items.length > 0) letDown.add(requestId);
  }
  return letDown;
}

/** After each no, a run proposes the next best; the broker confirms those and they are answered, a few times. */
export async function nextBest(
  drive: Drive,
  rounds: number,
  say: Say,
): Promise<{ readonly confirmed: number }> {
  const answered = nothingAnswered();
  let confirmed = 0;
  for (let round = 0; round < rounds; round += 1) {
    const letDown = await requestsLetDown(drive);
    const { proposals } = await latestRun(drive);
    const next = proposalsFor(proposals, letDown);
    if (next.length === 0) break;
    const sent = await confirmAll(drive, next, "Next best after a refusal");
    confirmed += sent.confirmed;
    await answerAll(drive, laterRound, answered);
    say(`${confirmed} next best confirmed: ${told(answered)}`);
  }
  if (confirmed === 0) say("nobody further was proposed");
  return { confirmed };
}

/** Moves the clock past every deadline, so that what nobody answered expires. */
export async function letDeadlinesPass(drive: Drive, say: Say): Promise<{ readonly expired: number }> {
  const { machine } = drive;
  const before = (await liveOffers(drive)).length;
  await machine.settle();
  await machine.moveTo(addWorkingDaysAt(usualCalendar, await machine.today(), pastEveryDeadline));
  await machine.fire("hour");
  await machine.settle();
  const expired = before - (await liveOffers(drive)).length;
  say(`${before} offers unanswered, ${expired} expired; the date is now ${await machine.today()}`);
  return { expired };
}

/** Confirms everything that the run in force proposes and lets it be answered. */
export async function confirmAndAnswer(drive: Drive, say: Say): Promise<{ readonly confirmed: number }> {
  const answered = nothingAnswered();
  const { proposals } = await latestRun(drive);
  const { confirmed } = await confirmAll(drive, proposals);
  await answerAll(drive, laterRound, answered);
  say(`${confirmed} confirmed: ${told(answered)}`);
  return { confirmed };
}
