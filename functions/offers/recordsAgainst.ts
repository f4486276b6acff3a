import type { Refusal } from "../../shared/contract/problems.ts";
import { conflictRules } from "../../shared/matching/rules/conflictRules.ts";
import { refusals } from "../../shared/matching/rules/rules.ts";
import { isRefusal, refuse } from "../../shared/runtime/refusal.ts";
import type { Store } from "../../shared/store/store.ts";
import { readPair } from "../matching/judge.ts";
import { standingLapsed, type ToAnswer } from "./standing.ts";

/**
 * Why nobody may say yes to an offer now: since it was sent, the practitioner's standing has lapsed, a register or a
 * declaration has told of a conflict, or its terms have moved into one.
 */
export async function recordsAgainst(
  store: Store,
  answering: ToAnswer,
  now: string,
): Promise<Refusal | undefined> {
  return standingLapsed(answering, now) ?? conflictSince(store, answering, now);
}

/** Which conflict it is the broker alone may read, in the verdict on the pair. */
async function conflictSince(
  store: Store,
  { offer, request, person }: ToAnswer,
  now: string,
): Promise<Refusal | undefined> {
  const { window, mode } = offer.terms;
  const pair = await readPair(store, { request: { ...request, window, mode }, person, now });
  // Without both schools in the register, or with no employer, there is nothing to judge between.
  if (isRefusal(pair)) return undefined;
  return refusals(pair).some((rule) => conflictRules.includes(rule))
    ? refuse(
        "hard-rule",
        "The records now speak against this match; answer again once the broker has decided.",
      )
    : undefined;
}
