import { notFound } from "../../shared/runtime/refusal.ts";
import type { Handler } from "../../shared/runtime/serve.ts";
import { importInForce, importStateOf } from "../../shared/store/registerImports.ts";
import {
  plannedImports,
  plannedImportsOver,
  registerImportList,
} from "../../shared/store/rows/partnership.ts";
import { previewOf } from "./putInForce.ts";

export const listRegisterImports: Handler<"listRegisterImports"> = async ({ query }, { store }) => {
  const { items, nextCursor } = await store.page(registerImportList, { ...query, newestFirst: true });
  const inForce = await importInForce(store);
  const standing = new Map(inForce?.lineage.map((each) => [each.importId, each.importedAt]));
  // One that was rolled back and put in force again stands there twice: the earlier record was rolled back.
  const stateOf = ({ importId, importedAt }: (typeof items)[number]) =>
    standing.get(importId) === importedAt ? importStateOf(inForce, importId) : "rolled-back";
  return {
    status: 200,
    body: { items: items.map((each) => ({ ...each, state: stateOf(each) })), nextCursor },
  };
};

/** Previews that can still be put in force: they were compared with the register that is. */
export const listRegisterPreviews: Handler<"listRegisterPreviews"> = async ({ query }, { store }) => {
  const inForce = await importInForce(store);
  const base = inForce?.record.importId ?? null;
  const { items, nextCursor } = await store.page(plannedImportsOver(base), { ...query, newestFirst: true });
  const shown = items
    .map((each) => previewOf(each, inForce))
    .map(({ import: record, counts, applied }) => ({ import: record, counts, applied }));
  return { status: 200, body: { items: shown, nextCursor } };
};

export const getRegisterImport: Handler<"getRegisterImport"> = async ({ params }, { store }) => {
  const planned = await store.get(plannedImports, params);
  if (!planned) return notFound("register import");
  return { status: 200, body: previewOf(planned, await importInForce(store)) };
};
