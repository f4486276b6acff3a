import { chunksOf } from "../../shared/registers/namedColumns.ts";
import { sha256 } from "../../shared/runtime/identity.ts";
import { isRefusal, notFound, refuse } from "../../shared/runtime/refusal.ts";
import type { Handler } from "../../shared/runtime/serve.ts";
import { importInForce } from "../../shared/store/registerImports.ts";
import {
  partnerships,
  plannedImports,
  registerImports,
  registers,
} from "../../shared/store/rows/partnership.ts";
import { replace } from "../../shared/store/store.ts";
import { areaAsked } from "./areaAsked.ts";
import { previewFile } from "./previewFile.ts";
import { previewOf, putInForce } from "./putInForce.ts";

/** Reads a register file and shows what it would change, whole or not at all. */
export const previewRegister: Handler<"previewRegister"> = async ({ query, body }, { world, store, act }) => {
  const partnership = await store.get(partnerships, {});
  if (!partnership) return notFound("partnership: set it up first");
  const asked = areaAsked(query.area, partnership.area, { parameter: "area" });
  if (isRefusal(asked)) return asked;
  const file = { kind: query.kind, area: asked.area, digest: sha256(body), open: () => chunksOf(body) };
  return act(async () => {
    const planned = await previewFile(store, world.now(), file);
    if (isRefusal(planned)) return planned;
    return { reply: { status: 201, body: previewOf(planned) } };
  });
};

/** Puts a previewed import in force, if what it was compared with still is. */
export const applyRegisterImport: Handler<"applyRegisterImport"> = async (
  { params: { importId } },
  { world, store, actor, act },
) =>
  act(async () => {
    const planned = await store.get(plannedImports, { importId });
    if (!planned) return notFound("register import");
    const inForce = await importInForce(store);
    const preview = previewOf(planned);
    if (inForce?.record.importId === importId) return { reply: { status: 200, body: preview } };
    if (planned.import.replacedImportId !== (inForce?.record.importId ?? null))
      return refuse(
        "wrong-state",
        "Another register was put in force since this preview. Send the file again to see what it would change now.",
      );
    if (planned.removedAt !== null)
      return refuse(
        "wrong-state",
        "Nobody put this preview in force in time, so it was removed. Send the file again.",
      );
    const now = world.now();
    return {
      reply: {
        status: 200,
        body: { ...preview, applied: true, import: { ...planned.import, importedAt: now } },
      },
      action: putInForce({ planned, inForce, actor, now }),
    };
  });

/** Puts the register back in force that the present one replaced; whose schools were never changed. */
export const rollBackRegisterImport: Handler<"rollBackRegisterImport"> = async (
  { params: { importId } },
  { world, store, actor, act },
) =>
  act(async () => {
    const inForce = await importInForce(store);
    const planned = await store.get(plannedImports, { importId });
    if (!inForce || !planned) return notFound("register import");
    if (inForce.record.importId !== importId)
      return refuse(
        "wrong-state",
        "Only the register in force can be rolled back: begin with the latest import.",
      );
    const { record, register } = inForce;
    const before = record.replaced && (await store.get(registerImports, record.replaced));
    if (!before) return refuse("wrong-state", "The first register has none before it.");
    return {
      reply: { status: 200, body: before },
      action: {
        chain: "partnership",
        action: "register-rolled-back",
        actor,
        facts: { importId, backTo: before.importId },
        writes: [
          replace(registers, { ...register, importId: before.importId, record: before }),
          replace(registerImports, { ...record, rolledBackAt: world.now() }),
          replace(plannedImports, { ...planned, appliedAt: null }),
        ],
        announce: [{ type: "register-rolled-back", subject: { importId }, tell: [{ to: "brokers" }] }],
      },
    };
  });
