import type { Refusal } from "../../shared/contract/problems.ts";
import type { Offer } from "../../shared/domain/offer.ts";
import type { SupportRequest } from "../../shared/domain/request.ts";
import { conflictRules } from "../../shared/matching/rules/conflictRules.ts";
import { refusals } from "../../shared/matching/rules/rules.ts";
import { isRefusal, notFound, refuse } from "../../shared/runtime/refusal.ts";
import { people } from "../../shared/store/rows/people.ts";
import type { Store } from "../../shared/store/store.ts";
import { readPair } from "../matching/judge.ts";

/**
 * Why nobody may say yes to an offer now: since it was sent, a register or a declaration has told of a conflict, or its
 * terms have moved into one. Which it is the broker alone may read, in the verdict on the pair.
 */
export async function conflictSince(
  store: Store,
  { offer, request }: { readonly offer: Offer; readonly request: SupportRequest },
  now: string,
): Promise<Refusal | undefined> {
  const person = await store.get(people, { personId: offer.personId });
  if (!person) return notFound("practitioner");
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
