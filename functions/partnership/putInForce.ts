import type { Actor } from "../../shared/domain/audit.ts";
import type { PlannedImport } from "../../shared/domain/registerImport.ts";
import type { ImportInForce } from "../../shared/store/registerImports.ts";
import { registerImports, registers } from "../../shared/store/rows/partnership.ts";
import { type BusinessAction, create, replace } from "../../shared/store/store.ts";

interface Flip {
  readonly planned: PlannedImport;
  readonly inForce: ImportInForce | undefined;
  readonly actor: Actor;
  readonly now: string;
}

/** The one write that puts a planned import in force: its record, and the pointer to its staged schools. */
export function putInForce({ planned, inForce, actor, now }: Flip): BusinessAction {
  const { importId, import: record } = planned;
  const { kind, digest, added, changed, absent } = record;
  return {
    chain: "partnership",
    action: kind === "decision" ? "succession-decided" : "register-imported",
    actor,
    facts: { importId, kind, digest, added, changed, absent },
    writes: [
      inForce
        ? replace(registers, { ...inForce.register, importId })
        : create(registers, { importId, revision: 0 }),
      create(registerImports, { ...record, importedAt: now }),
    ],
    announce: [{ type: "register-imported", subject: { importId }, tell: [{ to: "brokers" }] }],
  };
}

/** A planned import as an answer shows it. */
export const previewOf = (planned: PlannedImport, inForce: ImportInForce | undefined) => {
  const { importId, import: record, ...changes } = planned;
  const applied = inForce?.lineage.find((each) => each.importId === importId);
  return { ...changes, applied: applied !== undefined, import: applied ?? record };
};
