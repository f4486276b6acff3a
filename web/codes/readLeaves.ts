import type { Entry } from "../settings/lookOver.ts";
import { everyItem } from "../../shared/runtime/everyItem.ts";
import type { Expertise } from "../people/expertise.ts";
import { read, type Visit } from "../visit.ts";

/** The partnership's own codes, those that were retired too. */
export const readLeaves = (visit: Visit): Promise<Expertise[]> =>
  everyItem((query) => read(visit, "listExpertise", { query: { ...query, kind: "leaf" } }));

/** Whether a step of the trail is about a code of the partnership's own, or about this one. */
export const isOfLeaf =
  (code?: string) =>
  ({ action, facts }: Entry): boolean =>
    action === "leaf-set" && (code === undefined || facts["code"] === code);
