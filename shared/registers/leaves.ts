import { type Leaves, type LocalLeaf, markOf, nationalCodeOf } from "../domain/people/expertise.ts";
import { codeProblem, codeToday, findCode } from "./taxonomy.ts";

/** A leaf's code today: a leaf goes on under the code that replaced its own. */
export const codeOfLeaf = ({ under, mark }: LocalLeaf): string => `${codeToday(under)}.${mark}`;

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

/**
 * What a code that a row holds means today: a leaf in use by its code of today, a retired or unknown one by its
 * national code, and a retired national code by what replaced it.
 */
export function meaningToday(code: string, leaves: Leaves): string {
  const leaf = leaves.get(markOf(code) ?? "");
  return leaf && !leaf.isRetired && leaf.under === nationalCodeOf(code)
    ? codeOfLeaf(leaf)
    : codeToday(nationalCodeOf(code));
}
