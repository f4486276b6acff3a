import type { DayAnswer, DayGround } from "./dayAnswer.ts";
import type { DayChoices } from "./dayChoices.ts";
import { boardOf, changed, type Exchange, type ExchangeWay, hasChanged } from "./dayExchange.ts";
import { isIn, type Settlement, settlementOf, shortfall, type Trade } from "./daySettlement.ts";

/** What exchanges are looked for with. */
export interface Exchanging {
  readonly price: Float64Array;
  readonly choices: DayChoices;
  readonly way: ExchangeWay;
  /** Whether to go on after so much was gained. */
  readonly mayGoOn: (gained: number) => boolean;
}

/** A practitioner who is short, or a request that lacks a place, and by how much. */
interface Beginning {
  readonly short: number;
  readonly person: number;
  readonly request: number;
}

/** Who could change so that a request is taken up, or given away, and to which choices; each is shown. */
function changesFor(
  { choices, answer, short }: Trade,
  { rows }: DayGround,
  { request, lacks, below }: { request: number; lacks: boolean; below: number },
) {
  const shown: { person: number; choice: number }[] = [];
  for (let at = rows.start[request] ?? 0, end = rows.start[request + 1] ?? 0; at < end; at++) {
    const x = rows.pairs[at] ?? 0;
    if ((answer.taken[x] === 1) === lacks) continue;
    const person = rows.person[x] ?? 0;
    const most = below + (short[person] ?? 0);
    for (let c = choices.start[person] ?? 0, last = choices.start[person + 1] ?? 0; c < last; c++) {
      if ((choices.loss[c] ?? 0) >= most) break;
      if (isIn(choices, c, x) === lacks) shown.push({ person, choice: c });
    }
  }
  return shown;
}

/** Leaves a place open that a request lacks. */
function leftOpen({ price }: Trade, before: Exchange, at: number): Omit<Exchange, "unsettled"> {
  const [requests, changes] = [before.requests.slice(), before.changes.slice()];
  const loss = before.loss + (price[requests[at] ?? 0] ?? 0);
  changes[at] = (changes[at] ?? 0) + 1;
  if (changes[at] === 0) {
    requests.splice(at, 1);
    changes.splice(at, 1);
  }
  return { before, person: -1, choice: -1, loss, requests, changes };
}

/** Looks for exchanges that begin somewhere and gain something once all is settled. */
function exchangeFrom(
  ground: DayGround,
  { trade, settlement }: { trade: Trade; settlement: Settlement },
  { beginning, way }: { beginning: Beginning; way: ExchangeWay },
): Exchange | null {
  const { choices, short, price } = trade;
  const { person, request } = beginning;
  const board = boardOf(trade, settlement, way);
  const seen = new Set<string>();
  if (person < 0)
    for (const change of changesFor(trade, ground, { request, lacks: true, below: price[request] ?? 0 }))
      board.add(changed(trade, null, change));
  else
    for (let c = choices.start[person] ?? 0, end = choices.start[person + 1] ?? 0; c < end; c++)
      if ((choices.loss[c] ?? 0) < (short[person] ?? 0))
        board.add(changed(trade, null, { person, choice: c }));
  for (let look = 0; look < way.looks; look++) {
    const exchange = board.next();
    if (exchange === undefined) return null;
    if (exchange.unsettled === 0) return exchange;
    const state = stateOf(exchange);
    if (seen.has(state)) continue;
    seen.add(state);
    const { at, lacks } = board.hardest(exchange);
    if (lacks) board.add(leftOpen(trade, exchange, at));
    const wish = { request: exchange.requests[at] ?? 0, lacks, below: -exchange.loss };
    for (const change of changesFor(trade, ground, wish))
      if (!hasChanged(exchange, change.person)) board.add(changed(trade, exchange, change));
  }
  return null;
}

/** Names what is to be settled: of exchanges that leave the same, the first is gone on with. */
const stateOf = ({ requests, changes }: Exchange): string =>
  requests
    .map((i, k) => 64 * i + (changes[k] ?? 0))
    .sort((a, b) => a - b)
    .join();

/** Makes the changes of an exchange; says what that gained. */
function carryOut({ choices, answer, short, ...rest }: Trade, exchange: Exchange): number {
  const changes: Exchange[] = [];
  for (let each: Exchange | null = exchange; each !== null; each = each.before)
    if (each.person >= 0) changes.push(each);
  let gained = 0;
  for (const { person, choice } of changes) {
    const from = answer.heldFrom[person] ?? 0;
    for (const x of answer.held.slice(from, from + (answer.load[person] ?? 0)))
      if (!isIn(choices, choice, x)) gained += answer.remove(x);
  }
  for (const { person, choice } of changes) {
    for (let q = choices.pairStart[choice] ?? 0; q < (choices.pairStart[choice + 1] ?? 0); q++)
      if (answer.taken[choices.pairs[q] ?? 0] === 0) gained += answer.add(choices.pairs[q] ?? 0);
    short[person] = shortfall({ choices, answer, ...rest }, person);
  }
  return gained;
}

/** Where something is missing, those with most to gain first. */
function beginningsOf({ answer, price, short }: Trade): Beginning[] {
  const beginnings: Beginning[] = [];
  for (let person = 0; person < short.length; person++)
    if ((short[person] ?? 0) > 0) beginnings.push({ short: short[person] ?? 0, person, request: -1 });
  for (let request = 0; request < price.length; request++)
    if ((answer.open[request] ?? 0) > 0 && (price[request] ?? 0) > 0)
      beginnings.push({ short: price[request] ?? 0, person: -1, request });
  return beginnings.sort((a, b) => b.short - a.short || a.person - b.person || a.request - b.request);
}

/**
 * Improves an answer by exchanges: whoever is short changes to a better choice, and whom that takes something
 * from, or leaves without, is settled by others who change in turn, as long as less is lost than was gained. What
 * each request still loses is known beforehand as nearly as `settlementOf` tells, so that few exchanges are looked at.
 */
export function improveByExchanges(ground: DayGround, answer: DayAnswer, exchanging: Exchanging): void {
  const { price, choices, way, mayGoOn } = exchanging;
  const { market } = ground;
  const short = Float64Array.from({ length: market.personCount }, (_, j) =>
    shortfall({ market, price, choices, answer }, j),
  );
  const trade: Trade = { market, price, choices, answer, short };
  let gained = 0;
  for (let improved = true; improved && mayGoOn(gained);) {
    improved = false;
    const settlement = settlementOf(trade, () => mayGoOn(gained));
    for (const beginning of beginningsOf(trade)) {
      if (!mayGoOn(gained)) break;
      const { person, request } = beginning;
      const isMended = person < 0 ? (answer.open[request] ?? 0) < 1 : (short[person] ?? 0) < beginning.short;
      const exchange = isMended ? null : exchangeFrom(ground, { trade, settlement }, { beginning, way });
      if (exchange === null) continue;
      gained += carryOut(trade, exchange);
      improved = true;
    }
  }
}
