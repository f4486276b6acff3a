import { LocalLeaf } from "../../domain/people/expertise.ts";
import { entity, listOf } from "../entity.ts";

const partition = "EXPERTISE-LEAVES";

/** The leaves that a partnership put under national codes, each under its mark. */
export const leaves = entity("expertise-leaf", {
  schema: LocalLeaf,
  place: (row: { mark: string }) => ({ partition, sort: row.mark }),
});
export const leafList = listOf(leaves, { partition });
