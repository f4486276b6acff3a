import { type DayAnswer, type DayGround, emptyAnswer } from "./dayAnswer.ts";
import { type Dive, diveFrom } from "./dayDive.ts";
import { mergeInto } from "./dayMerge.ts";

/** An answer by one dive; what it leaves open goes, where time runs out, to whoever has room. */
export function dived(ground: DayGround, dive: Dive): DayAnswer {
  const { market, rows } = ground;
  const answer = emptyAnswer(market, rows);
  for (const x of diveFrom(market, dive)) answer.add(x);
  if (dive.mayGoOn()) return answer;
  for (let x = 0; x < market.request.length; x++) {
    const [i, j] = [market.request[x] ?? 0, rows.person[x] ?? 0];
    const isFree = answer.taken[x] === 0 && (answer.open[i] ?? 0) > 0;
    const load = answer.load[j] ?? 0;
    const earns = (market.worth[x] ?? 0) > (market.slotCost[(market.firstSlot[j] ?? 0) + load] ?? 0);
    if (
      isFree &&
      earns &&
      load < (market.slots[j] ?? 0) &&
      (market.need[x] ?? 0) <= (answer.daysLeft[j] ?? 0)
    )
      answer.add(x);
  }
  return answer;
}

/** Takes over what improves an answer from another; says what it gained. */
export function takeOver({ market }: DayGround, answer: DayAnswer, next: DayAnswer): bigint {
  const merged = answer.taken.slice();
  const gained = mergeInto(market, merged, next.taken);
  if (gained === 0n) return gained;
  for (let x = 0; x < merged.length; x++) if (answer.taken[x] === 1 && merged[x] === 0) answer.remove(x);
  for (let x = 0; x < merged.length; x++) if (answer.taken[x] === 0 && merged[x] === 1) answer.add(x);
  return gained;
}
