import type { DayAnswer, DayGround } from "./dayAnswer.ts";
import { type DayChoices, choicesOf } from "./dayChoices.ts";
import { improveByExchanges } from "./dayExchanges.ts";

/** Choices that lose more than such a share of the room below the first tier are not exchanged for. */
const mostLoss = 0.4;
/** Ways to tell which exchange is gone on with, one after another; what a place counts is a share of that room. */
const ways = [
  { trust: 0.6, perPlace: 0.03 },
  { trust: 1, perPlace: 0.05 },
  { trust: 0, perPlace: 0.015 },
] as const;

/** At which prices exchanges are looked for, and for how long. */
export interface Exchanger {
  readonly price: Float64Array;
  /** Room below the first tier. */
  readonly room: number;
  /** Whether to go on from an answer of such worth. */
  readonly mayGoOn: (worth: bigint) => boolean;
}

/**
 * Improves answers at the same prices by exchanges, with so many looks from each beginning, in one way after
 * another, as each finds what others miss. What people could hold is listed once, when it is first asked for.
 */
export function exchangerOn(
  ground: DayGround,
  { price, room, mayGoOn }: Exchanger,
): (answer: DayAnswer, looks: number) => void {
  let choices: DayChoices | null = null;
  return (answer, looks) => {
    for (const { trust, perPlace } of ways) {
      const before = answer.worth();
      if (!mayGoOn(before)) return;
      choices ??= choicesOf(ground.market, price, { most: mostLoss * room, mayGoOn: () => mayGoOn(before) });
      if (choices === null) return;
      improveByExchanges(ground, answer, {
        price,
        choices,
        way: { trust, perPlace: perPlace * room, looks },
        mayGoOn: (gained) => mayGoOn(before + BigInt(gained)),
      });
    }
  };
}
