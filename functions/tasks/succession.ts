import type { Refusal } from "../../shared/contract/problems.ts";
import { dateAt } from "../../shared/domain/calendar/calendar.ts";
import { RegisterImportId, type SchoolUrn } from "../../shared/domain/ids.ts";
import { settled } from "../../shared/domain/tasks/task.ts";
import { derivedId, sha256 } from "../../shared/runtime/identity.ts";
import { isRefusal, notFound, refuse } from "../../shared/runtime/refusal.ts";
import { importInForce } from "../../shared/store/registerImports.ts";
import { schoolFactsOf } from "../../shared/store/rows/partnership.ts";
import { tasks } from "../../shared/store/rows/tasks.ts";
import { type BusinessAction, replace } from "../../shared/store/store.ts";
import { stagePlan } from "../partnership/planImport.ts";
import { putInForce } from "../partnership/putInForce.ts";
import { withDecision } from "../partnership/registerUpdates.ts";
import type { Settling } from "./settling.ts";

/**
 * Decides which schools follow one, none for none: an import of its own, which can be rolled back like any. One
 * school that no register in force has yet takes its place at the next file of schools that does.
 */
export async function decideSuccession(
  { store, task, actor, now, reason }: Settling,
  successorUrns: SchoolUrn[],
): Promise<BusinessAction | Refusal> {
  const { taskId, schoolId } = task;
  const inForce = await importInForce(store);
  const before = inForce ? await store.all(schoolFactsOf(inForce.record.importId)) : [];
  const succession = before.find((each) => each.schoolId === schoolId)?.succession;
  if (!inForce || !succession || schoolId === null) return notFound("school");
  if (succession.outcome === "single")
    return refuse("wrong-state", "The register leaves nothing to decide about what follows this school.");
  const unheard = successorUrns.filter((urn) => !succession.choices.includes(urn));
  if (unheard.length > 0)
    return refuse("invalid-request", `Choose among ${succession.choices.join(", ")}, or none.`, [
      { pointer: "/successorUrns", detail: `${unheard.join(", ")} is not among the choices` },
    ]);
  const today = dateAt(now);
  const base = inForce.record.importId;
  const decision = { successorUrns, on: today, reason };
  const digest = sha256(JSON.stringify([schoolId, decision]));
  const importId = derivedId(RegisterImportId, store.partnershipId, "decision", digest, base);
  const planned = await stagePlan(store, {
    plan: withDecision({ importId, before, today }, schoolId, decision),
    before,
    warnings: [],
    record: {
      importId,
      kind: "decision",
      digest,
      area: null,
      rowsRead: 0,
      schoolsRead: 1,
      replacedImportId: base,
      importedAt: now,
    },
  });
  if (isRefusal(planned)) return planned;
  const flip = putInForce({ planned, inForce, actor, now });
  const decided = settled(task, "successors-decided", { at: now, by: actor.account, reason });
  return { ...flip, facts: { ...flip.facts, taskId }, writes: [...flip.writes, replace(tasks, decided)] };
}
