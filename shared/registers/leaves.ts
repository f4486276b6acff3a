import { type Leaves, markOf, nationalCodeOf } from "../domain/people/expertise.ts";
import { codeOfLeaf, codeToday } from "./codeToday.ts";
import { codeProblem, findCode } from "./taxonomy.ts";

/** Why a code may not be written anew, and what to write instead. */
export interface CodeFault {
  readonly kind: "unknown-code" | "retired-code";
  readonly detail: string;
}

/** What is wrong with a national code or a leaf, or undefined for one that may be written. */
export function codeFault(code: string, leaves: Leaves): CodeFault | undefined {
  const mark = markOf(code);
  if (mark === undefined) {
    const detail = codeProblem(code);
    if (detail === null) return undefined;
    return { kind: findCode(code).kind === "retired" ? "retired-code" : "unknown-code", detail };
  }
  const leaf = leaves.get(mark);
  if (!leaf || (leaf.under !== nationalCodeOf(code) && codeOfLeaf(leaf) !== code))
    return { kind: "unknown-code", detail: `${code} is not a leaf of this partnership` };
  if (leaf.isRetired)
    return {
      kind: "retired-code",
      detail: `${code} (${leaf.name}) was retired: use ${codeToday(leaf.under)}`,
    };
  return codeOfLeaf(leaf) === code
    ? undefined
    : { kind: "retired-code", detail: `${code} (${leaf.name}) has moved: use ${codeOfLeaf(leaf)}` };
}
