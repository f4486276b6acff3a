import { noteSlots, take } from "./balance.ts";
import { chooseAgain } from "./chooseAgain.ts";
import { drawWorkAmong } from "./drawWork.ts";
import { exact, whole } from "../../problem/cells.ts";
import { firstAgain } from "./firstAnswer.ts";
import { heldBy, type Live, liveAt, placeIn, readOff } from "./live.ts";
import { type Choice, hasRoomFor, pairOf, type Row, strike, writeRow } from "./liveRows.ts";
import { passWorkFrom } from "./passWork.ts";

/** What can happen to a problem. A number one past the last names a new request or practitioner. */
export type Change =
  /** The pair goes away: declined, expired, or no longer allowed. */
  | { readonly kind: "refused"; readonly request: number; readonly practitioner: number }
  /** The request, new or not, now wants so many people out of exactly these, each of whom stands there once. */
  | ({ readonly kind: "asked"; readonly request: number } & Row)
  /** The pair is there now, or worth something else. */
  | {
      readonly kind: "fits";
      readonly request: number;
      readonly practitioner: number;
      readonly weight: number;
    }
  /** The practitioner, new or not, now has slots of these costs, which never fall. */
  | { readonly kind: "slots"; readonly practitioner: number; readonly costs: readonly number[] };

type Asked = Extract<Change, { kind: "asked" }>;
type Slots = Extract<Change, { kind: "slots" }>;

function ask(live: Live, asked: Asked): void {
  const { balance, used, requestPlace, touched } = live;
  const { market, filled } = balance;
  if (asked.request === used.requests) requestPlace[asked.request] = used.requests++;
  const i = placeIn(requestPlace, asked.request);
  market.request[i] = asked.request;
  const before = new Set(heldBy(live, asked.request));
  for (let e = whole(market.start, i); e < whole(market.end, i); e++)
    if (balance.on[e] !== 2) strike(live, e);
  writeRow(live, i, asked);
  for (let e = whole(market.start, i); e < whole(market.end, i) && whole(filled, i) < asked.wanted; e++)
    if (before.has(whole(market.practitioner, whole(market.person, e)))) take(balance, e);
  chooseAgain(balance, i);
  touched.requests.push(i);
}

function giveSlots(live: Live, { practitioner, costs }: Slots): void {
  const { balance, used, personPlace, touched } = live;
  const { market } = balance;
  if (practitioner === used.people) personPlace[practitioner] = used.people++;
  const j = placeIn(personPlace, practitioner);
  market.practitioner[j] = practitioner;
  market.slotStart[j] = used.slots;
  costs.forEach((cost) => (market.slotCost[used.slots++] = cost));
  market.slotEnd[j] = used.slots;
  noteSlots(balance, j);
  touched.people.push(j);
}

/** All that a request has to choose from, with one pair added or its worth changed. */
function withFit(live: Live, { request, practitioner, weight }: Extract<Change, { kind: "fits" }>): Asked {
  const { balance, requestPlace } = live;
  const { market } = balance;
  const i = placeIn(requestPlace, request);
  const choices: Choice[] = [{ practitioner, weight }];
  for (let e = whole(market.start, i); e < whole(market.end, i); e++) {
    const other = whole(market.practitioner, whole(market.person, e));
    if (balance.on[e] !== 2 && other !== practitioner)
      choices.push({ practitioner: other, weight: exact(market.worth, e) });
  }
  return { kind: "asked", request, wanted: whole(market.wanted, i), choices };
}

function hasRoom(live: Live, written: Asked | Slots): boolean {
  if (written.kind === "asked") return hasRoomFor(live, written);
  const { practitioner, slotCost } = live.balance.market;
  return live.used.people < practitioner.length && live.used.slots + written.costs.length <= slotCost.length;
}

/** Begins the arrays anew, without what was struck out and with room for what comes. */
function renew(live: Live, extra: number): void {
  const { problem, answer } = readOff(live);
  Object.assign(live, liveAt(problem, answer.slotPrice, extra));
}

function refuse(live: Live, request: number, practitioner: number): void {
  const i = placeIn(live.requestPlace, request);
  const pair = pairOf(live, i, placeIn(live.personPlace, practitioner));
  if (pair < 0) return;
  strike(live, pair);
  chooseAgain(live.balance, i);
  live.touched.requests.push(i);
}

/**
 * Changes a problem and mends its best answer from the prices that stand, looking only at whom the changes
 * touch: requests choose again, people with free slots draw work, people with too much pass it on. The answer
 * is the first of the best ones, as from scratch. After `assign`'s own steps.
 */
export function change(live: Live, changes: readonly Change[]): void {
  for (const next of changes) {
    if (next.kind === "refused") {
      refuse(live, next.request, next.practitioner);
      continue;
    }
    const written = next.kind === "fits" ? withFit(live, next) : next;
    if (!hasRoom(live, written))
      renew(live, 1 + (written.kind === "slots" ? written.costs.length : written.choices.length));
    if (written.kind === "slots") giveSlots(live, written);
    else ask(live, written);
  }
  const { balance, ties, touched } = live;
  const people = Array.from(new Set(touched.people));
  drawWorkAmong(balance, people);
  for (const j of people) passWorkFrom(balance, j);
  firstAgain(ties, touched);
}
