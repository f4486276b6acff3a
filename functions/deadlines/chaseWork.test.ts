import { expect, test } from "vitest";
import { usualCalendar } from "../../shared/domain/calendar/calendarInForce.ts";
import { evaluations } from "../../shared/store/rows/deployments.ts";
import { auditOf } from "../../shared/store/rows/trail.ts";
import { ended } from "../../test/harness/someoneKnown.ts";
import { someoneToErase } from "../../test/harness/someoneToErase.ts";
import { chaseWork } from "./chaseWork.ts";

const { requestId, deploymentId } = ended;
const at = { now: "2026-12-01T09:00:00.000Z", today: "2026-12-01", calendarOf: () => usualCalendar };

/** The sides that are reminded of their evaluation of work that ended in October and that neither has evaluated. */
async function sidesReminded(isErased: boolean): Promise<unknown[]> {
  const { store, erase } = await someoneToErase();
  for (const side of ["school", "practitioner"] as const)
    await store.drop(evaluations, [{ requestId, deploymentId, side }]);
  if (isErased) await erase();
  await chaseWork(store, at);
  const steps = await store.all(auditOf(`request:${requestId}`));
  return steps.filter(({ action }) => action === "evaluation-chased").map(({ facts }) => facts["reminded"]);
}

test("both sides of ended work are asked for their evaluation, and nobody who was erased", async () => {
  expect(await sidesReminded(false)).toEqual(["school practitioner"]);
  expect(await sidesReminded(true)).toEqual(["school"]);
});
