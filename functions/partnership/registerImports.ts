import { notFound } from "../../shared/runtime/refusal.ts";
import type { Handler } from "../../shared/runtime/serve.ts";
import { importInForce } from "../../shared/store/registerImports.ts";
import {
  plannedImports,
  plannedImportsOver,
  registerImportList,
} from "../../shared/store/rows/partnership.ts";
import { previewOf } from "./putInForce.ts";

export const listRegisterImports: Handler<"listRegisterImports"> = async ({ query }, { store }) => {
  const { items, nextCursor } = await store.page(registerImportList, { ...query, newestFirst: true });
  const inForce = await importInForce(store);
  const stateOf = ({ importId, rolledBackAt }: (typeof items)[number]) => {
    if (rolledBackAt !== null) return "rolled-back";
    return inForce?.record.importId === importId ? "in-force" : "replaced";
  };
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
    .map(previewOf)
    .map(({ import: record, counts, applied }) => ({ import: record, counts, applied }));
  return { status: 200, body: { items: shown, nextCursor } };
};

export const getRegisterImport: Handler<"getRegisterImport"> = async ({ params }, { store }) => {
  const planned = await store.get(plannedImports, params);
  if (!planned) return notFound("register import");
  return { status: 200, body: previewOf(planned) };
};
