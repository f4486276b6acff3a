import type { Refusal } from "../../shared/contract/problems.ts";
import { dateAt } from "../../shared/domain/calendar/calendar.ts";
import { announce, type Move, standingOn, takenBack } from "../../shared/domain/people/employment.ts";
import { employmentChanged, joined } from "../../shared/domain/people/employmentEvents.ts";
import type { Person } from "../../shared/domain/people/person.ts";
import { isRefusal, notFound, refuse } from "../../shared/runtime/refusal.ts";
import type { Handler } from "../../shared/runtime/serve.ts";
import { people } from "../../shared/store/rows/people.ts";
import type { Store } from "../../shared/store/store.ts";
import { faultsOfHomeSchool } from "./faults.ts";
import { kept } from "./kept.ts";

/**
 * Moves a practitioner, at once or from a date to come, until which the move can be put right or taken back. What
 * follows for offers and for work under way is done by a worker that hears of it, one row after the other.
 */
export const movePerson: Handler<"movePerson"> = ({ params, body }, { world, store, session, actor, act }) =>
  act(async () => {
    const { personId } = params;
    const before = await store.get(people, { personId });
    if (!before) return notFound("practitioner");
    const today = dateAt(world.now());
    const { move } = body;
    const after = move === null ? withoutMove(before, today) : await moved(store, { before, move, today });
    if (isRefusal(after)) return after;
    const isInForce = move !== null && after.move === undefined;
    const change = { session, before, after };
    return kept(change, {
      action: actionOf(move, isInForce),
      actor,
      facts: {
        formerSchoolId: before.homeSchoolId,
        homeSchoolId: move?.homeSchoolId ?? null,
        from: move?.from ?? null,
      },
      announce: [employmentChanged(personId), ...(isInForce ? joined(after) : [])],
    });
  });

function actionOf(move: Move | null, isInForce: boolean): string {
  if (move === null) return "move-taken-back";
  return isInForce ? "person-moved" : "move-announced";
}

/** A move is taken back until its day, also where the hour has not yet brought it into force. */
const withoutMove = (before: Person, today: string): Person | Refusal =>
  before.move && before.move.from <= today
    ? refuse("wrong-state", `The move is in force since ${before.move.from}; record another one.`)
    : takenBack(before);

interface Moving {
  readonly before: Person;
  readonly move: Move;
  readonly today: string;
}

/** The practitioner once the move is recorded; one that is in force as it is asked for is no other move. */
async function moved(store: Store, { before, move, today }: Moving): Promise<Person | Refusal> {
  if (isRecorded(before, move)) return before;
  const fault = move.homeSchoolId === null ? undefined : await faultsOfHomeSchool(store, move.homeSchoolId);
  if (fault)
    return {
      ...fault,
      errors: (fault.errors ?? []).map((each) => ({ ...each, pointer: "/move/homeSchoolId" })),
    };
  const announced = announce(standingOn(before, today), move, today);
  switch (announced.kind) {
    case "same-school":
      return refuse(
        "wrong-state",
        move.homeSchoolId === null
          ? "They are at no member school already."
          : "They are at that school already.",
      );
    case "too-early":
      return refuse("invalid-request", "Mend the date and send it again.", [
        { pointer: "/move/from", detail: `What is on record reaches to ${announced.earliest}` },
      ]);
    case "in-force":
    case "announced":
      return announced.person;
  }
}

/** Whether this very move is in force already, so that a repeat of it changes nothing. */
function isRecorded({ employment, homeSchoolId, move: announced }: Person, move: Move): boolean {
  if (announced) return false;
  const present = employment.at(-1);
  return move.homeSchoolId === null
    ? present?.to === move.from
    : present?.to === null && homeSchoolId === move.homeSchoolId && present.from === move.from;
}
