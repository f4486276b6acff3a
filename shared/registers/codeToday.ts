import { type Leaves, type LocalLeaf, markOf, nationalCodeOf } from "../domain/people/expertise.ts";
import { retiredCodes } from "./taxonomy/retired.ts";

const replacements = new Map(retiredCodes.map(({ code, replacedBy }) => [code, replacedBy[0] ?? code]));

/**
 * The code to match by for one that a row has held since an earlier version: a retired code is followed to the
 * best of those that replaced it, any other stays as it is.
 */
export const codeToday = (code: string): string => replacements.get(code) ?? code;

/** A leaf's code today: a leaf goes on under the code that replaced its own. */
export const codeOfLeaf = ({ under, mark }: LocalLeaf): string => `${codeToday(under)}.${mark}`;

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
