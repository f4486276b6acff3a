import { whole } from "../problem/cells.ts";
import type { PersonId, RequestId } from "../../domain/ids.ts";
import { fitOf } from "../fit/fit.ts";
import type { OpenRun } from "../openRun.ts";

/** What a run decides: who is proposed for what, by fit, and how many places stay open. */
export interface Outcome {
  readonly requestId: RequestId;
  /** Whom a proposal is of; null for the open places of the request. */
  readonly personId: PersonId | null;
  /** Basis points of the proposal, or the number of open places. */
  readonly value: number;
}

export type Outcomes = ReadonlyMap<string, Outcome>;

export const outcomeKey = ({ requestId, personId }: Pick<Outcome, "requestId" | "personId">): string =>
  `${requestId} ${personId ?? "open"}`;

/** All that an opened run decides, by key. */
export function outcomesOf(run: OpenRun): Outcomes {
  const all = run.roster.requests.flatMap((request, i): readonly Outcome[] => {
    const requestId = request.id;
    const pairWith = run.roster.pairsFor(request);
    const proposed = (run.peopleOf[i] ?? []).map((place) => {
      const pair = pairWith(place);
      return { requestId, personId: pair.practitioner.id, value: fitOf(pair) };
    });
    const open = whole(run.unfilled, i);
    return open > 0 ? [...proposed, { requestId, personId: null, value: open }] : proposed;
  });
  return new Map(all.map((outcome) => [outcomeKey(outcome), outcome]));
}

/** One difference between what two runs decided; null is none, for open places and proposals alike. */
export interface OutcomeChange {
  readonly kind: "proposed" | "no-longer-proposed" | "fit-changed" | "opened" | "closed";
  readonly requestId: RequestId;
  readonly personId: PersonId | null;
  readonly before: number | null;
  readonly after: number | null;
}

function kindOf(
  personId: PersonId | null,
  before: number | null,
  after: number | null,
): OutcomeChange["kind"] {
  if (personId === null) return (before ?? 0) < (after ?? 0) ? "opened" : "closed";
  if (before === null) return "proposed";
  return after === null ? "no-longer-proposed" : "fit-changed";
}

/** Everything that two runs decide differently, by request and then by person. */
export function outcomeChanges(before: Outcomes, after: Outcomes): readonly OutcomeChange[] {
  const keys = [...new Set([...before.keys(), ...after.keys()])].toSorted();
  return keys.flatMap((key) => {
    const [was, is] = [before.get(key), after.get(key)];
    const subject = was ?? is;
    const [b, a] = [was?.value ?? null, is?.value ?? null];
    if (subject === undefined || b === a) return [];
    const { requestId, personId } = subject;
    return [{ kind: kindOf(personId, b, a), requestId, personId, before: b, after: a }];
  });
}
