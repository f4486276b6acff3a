import { type attempt, type Done, type Trouble, troubleOf } from "../visit.ts";

const changedMeanwhile: Trouble = {
  status: 409,
  detail:
    "Somebody changed these days after you opened this page, and nothing was written now. " +
    "Look at them as they are now, and send it again if it is still needed.",
  faults: [],
};

/** What became of a writing: a second one, with somebody else's between, is told what happened and not of its key. */
export async function written(asked: ReturnType<typeof attempt>): Done {
  const answered = await asked;
  if (answered.kind !== "refused") return { kind: "answered" };
  const isLate = ["wrong-state", "already-exists", "idempotency-key-reused"].includes(answered.code);
  return isLate ? changedMeanwhile : troubleOf(answered);
}
