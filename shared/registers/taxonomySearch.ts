import {
  type Crosswalk,
  type CrosswalkAsked,
  type Leaves,
  type LocalLeaf,
  nationalCodeOf,
} from "../domain/people/expertise.ts";
import { codeOfLeaf, codeToday, meaningToday } from "./codeToday.ts";
import { codes, type Expertise } from "./taxonomy.ts";
import { retiredCodes } from "./taxonomy/retired.ts";

/** A code of any kind as it is shown: national or a partnership's leaf, in use or retired. */
export interface ListedCode {
  readonly code: string;
  readonly kind: "national" | "leaf";
  readonly state: "current" | "retired";
  readonly title: string;
  /** Family and siblings' group; null for a code that was retired before the families were made. */
  readonly family: string | null;
  readonly group: string | null;
  /** The national code of a leaf. */
  readonly parent: string | null;
  readonly replacedBy: readonly string[];
  readonly words: readonly string[];
  readonly crosswalk: Crosswalk;
  /** What a change of a leaf has to be sent with. */
  readonly revision: number | null;
}

const nationalOf = ({ code, title, family, group, words, crosswalk }: Expertise): ListedCode => ({
  code,
  kind: "national",
  state: "current",
  title,
  family,
  group,
  parent: null,
  replacedBy: [],
  words,
  crosswalk,
  revision: null,
});

const retired: readonly ListedCode[] = retiredCodes.map(({ code, title, replacedBy }) => ({
  code,
  kind: "national",
  state: "retired",
  title,
  family: null,
  group: null,
  parent: null,
  replacedBy,
  words: [],
  crosswalk: { legacySleArea: title },
  revision: null,
}));

const current: readonly ListedCode[] = codes.map(nationalOf);
const currentByCode = new Map(current.map((each) => [each.code, each]));

function leafOf(leaf: LocalLeaf): ListedCode {
  const parent = codeToday(leaf.under);
  const national = currentByCode.get(parent);
  return {
    code: codeOfLeaf(leaf),
    kind: "leaf",
    state: leaf.isRetired ? "retired" : "current",
    title: leaf.name,
    family: national?.family ?? null,
    group: national?.group ?? null,
    parent,
    replacedBy: leaf.isRetired ? [parent] : [],
    words: [],
    crosswalk: national?.crosswalk ?? {},
    revision: leaf.revision,
  };
}

/** Every code there is for a partnership, by code: the national ones, its leaves, and the retired ones of both. */
export function listedCodes(leaves: Leaves): readonly ListedCode[] {
  const all = [...current, ...retired, ...Array.from(leaves.values(), leafOf)];
  return all.toSorted((a, b) => (a.code < b.code ? -1 : 1));
}

/** Whether a crosswalk has every label that is asked for. */
export const hasLabels = (crosswalk: Crosswalk, { npq, ...labels }: CrosswalkAsked): boolean =>
  (npq === undefined || (crosswalk.npq ?? []).includes(npq)) &&
  Object.entries(labels).every(([name, label]) => label === undefined || labelOf(crosswalk, name) === label);

const labelOf = (crosswalk: Crosswalk, name: string): unknown =>
  Object.entries(crosswalk).find(([each]) => each === name)?.[1];

/** Whether all words asked for stand in a code's own letters, its title or its words. */
export function saysWords({ code, title, words }: ListedCode, asked: string): boolean {
  const text = [code, title, ...words].join(" ").toLowerCase();
  return asked
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

/** Which codes a claim may be of to be found: of a code or its leaves, of a family, and of a code with all the labels. */
export function codeFilter(
  asked: CrosswalkAsked & { readonly code?: string | undefined; readonly family?: string | undefined },
  leaves: Leaves,
): (code: string) => boolean {
  const { code, family, ...labels } = asked;
  const wanted = code === undefined ? undefined : meaningToday(code, leaves);
  return (claimed) => {
    const meaning = meaningToday(claimed, leaves);
    const national = nationalCodeOf(meaning);
    const isWanted = wanted === undefined || wanted === meaning || wanted === national;
    const known = currentByCode.get(national);
    return (
      isWanted &&
      (family === undefined || known?.family === family) &&
      hasLabels(known?.crosswalk ?? {}, labels)
    );
  };
}
