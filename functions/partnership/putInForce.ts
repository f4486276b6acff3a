import type { Actor } from "../../shared/domain/audit.ts";
import { type PlannedImport, recordOver } from "../../shared/domain/schools/registerImport.ts";
import type { ImportInForce } from "../../shared/store/registerImports.ts";
import { plannedImports, registerImports, registers } from "../../shared/store/rows/partnership.ts";
import { type BusinessAction, create, replace } from "../../shared/store/store.ts";

interface Flip {
  readonly planned: PlannedImport;
  readonly inForce: ImportInForce | undefined;
  readonly actor: Actor;
  readonly now: string;
}

/** The one write that puts a planned import in force: its record, the pointer to its staged schools, and that it is no preview. */
export function putInForce({ planned, inForce, actor, now }: Flip): BusinessAction {
  const { importId } = planned;
  const record = recordOver({ ...planned.import, importedAt: now }, inForce?.record);
  const { kind, digest, added, changed, absent } = record;
  return {
    chain: "partnership",
    action: kind === "decision" ? "succession-decided" : "register-imported",
    actor,
    facts: { importId, kind, digest, added, changed, absent },
    writes: [
      inForce
        ? replace(registers, { ...inForce.register, importId, record })
        : create(registers, { importId, record, revision: 0 }),
      create(registerImports, record),
      // Of an import and the removal of what it staged, one sees the other.
      replace(plannedImports, { ...planned, appliedAt: now }),
    ],
    announce: [{ type: "register-imported", subject: { importId }, tell: [{ to: "brokers" }] }],
  };
}

/** A planned import as an answer shows it. */
export const previewOf = ({ import: record, appliedAt, ...changes }: PlannedImport) => ({
  ...changes,
  applied: appliedAt !== null,
  import: { ...record, importedAt: appliedAt ?? record.importedAt },
});
