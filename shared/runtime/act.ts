import { isDeepStrictEqual } from "node:util";
import { problems, type Refusal } from "../contract/problems.ts";
import { answers } from "../store/rows/trail.ts";
import { type BusinessAction, create, type Store } from "../store/store.ts";
import type * as z from "zod";
import { isRefusal, refuse } from "./refusal.ts";

type Answer = z.output<typeof answers.schema>;

/** What was decided on the rows as they stood: the reply, and the action to write, if any. */
export interface Decision<Reply> {
  readonly reply: Reply;
  readonly action?: Omit<BusinessAction, "answer">;
}

interface ActOptions {
  readonly store: Store;
  /** Renders the reply into the row that remembers it, where the caller sent an Idempotency-Key. */
  readonly remember?: ((reply: { readonly status: number; readonly body: unknown }) => Answer) | undefined;
}

const attempts = 6;

const answeredMeanwhile = refuse(
  "busy",
  "The same request is being answered; send it again to hear that answer.",
);

/** Whether a refusal may rest on rows some of which were read before, and some after, somebody else wrote them. */
const mayBeTorn = ({ problem }: Refusal): boolean => problems[problem].status === 409;

/**
 * Decides and commits: reads, decides, writes under the condition that nothing read has changed, and decides
 * afresh when something has. Two acceptances of one place meet here: one is written, the other decides again
 * on what the first left. A refusal that may rest on rows of two moments is decided once more, and stands if it comes again.
 * Answers `busy` when others keep winning.
 */
export async function act<Reply extends { readonly status: number; readonly body: unknown }>(
  { store, remember }: ActOptions,
  decide: () => Promise<Decision<Reply> | Refusal>,
): Promise<Reply | Refusal> {
  let refused: Refusal | undefined;
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const decision = await decide();
    if (isRefusal(decision)) {
      if (!mayBeTorn(decision) || isDeepStrictEqual(decision, refused)) return decision;
      refused = decision;
      continue;
    }
    const { reply, action } = decision;
    const answer = remember?.(reply);
    if (!action) {
      // Nothing changed, and a repeat is to hear the same all the same.
      return !answer || (await store.note(create(answers, answer))) ? reply : answeredMeanwhile;
    }
    const committed = await store.commit({ ...action, ...(answer ? { answer } : {}) });
    if (committed === "committed") return reply;
    if (committed === "already-answered") return answeredMeanwhile;
  }
  return refuse("busy", "Others changed this while you did. Read it again and repeat what still applies.");
}
