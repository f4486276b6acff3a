import type { Crosswalk } from "../domain/people/expertise.ts";
import { retiredCodes } from "./taxonomy/retired.ts";
import type { FamilyEntry } from "./taxonomy/entry.ts";
import { behaviour } from "./taxonomy/behaviour.ts";
import { business } from "./taxonomy/business.ts";
import { curriculum } from "./taxonomy/curriculum.ts";
import { earlyYears } from "./taxonomy/earlyYears.ts";
import { evaluation } from "./taxonomy/evaluation.ts";
import { inclusion } from "./taxonomy/inclusion.ts";
import { leadership } from "./taxonomy/leadership.ts";
import { pedagogy } from "./taxonomy/pedagogy.ts";
import { personalDevelopment } from "./taxonomy/personalDevelopment.ts";
import { workforce } from "./taxonomy/workforce.ts";

/** National codes are frozen under this version; a later one retires codes and maps them forward. */
export const taxonomyVersion = "2025-11";

/** One of the ten families, such as `CT` Curriculum and subjects. */
export type ExpertiseFamily = { readonly family: string; readonly title: string };

/** One national code: its siblings share `group`; `words` are what a head would type to mean it. */
export type Expertise = {
  readonly code: string;
  readonly family: string;
  readonly group: string;
  readonly title: string;
  readonly words: readonly string[];
  readonly crosswalk: Crosswalk;
};

export type CodeFinding =
  | { readonly kind: "current"; readonly expertise: Expertise }
  | { readonly kind: "retired"; readonly title: string; readonly replacedBy: readonly string[] }
  | { readonly kind: "unknown" };

export type CodeRelation = "exact" | "sibling" | "family" | "none";

const familyEntries: readonly FamilyEntry[] = [
  leadership,
  curriculum,
  pedagogy,
  earlyYears,
  inclusion,
  behaviour,
  personalDevelopment,
  workforce,
  business,
  evaluation,
];

// An empty label in a code's crosswalk takes back the default of its family.
function mergeCrosswalk(defaults: Crosswalk, own: Crosswalk): Crosswalk {
  return Object.fromEntries(Object.entries({ ...defaults, ...own }).filter(([, label]) => label.length > 0));
}

/** The ten families, in the order a form should list them. */
export const families: readonly ExpertiseFamily[] = familyEntries.map(({ family, title }) => ({
  family,
  title,
}));

/** The 123 national codes of `taxonomyVersion`, family by family. */
export const codes: readonly Expertise[] = familyEntries.flatMap((entry) =>
  entry.codes.map(({ code, group, title, words, crosswalk }) => ({
    code,
    family: entry.family,
    group,
    title,
    words: words.split(", "),
    crosswalk: mergeCrosswalk(entry.crosswalk, crosswalk ?? {}),
  })),
);

const byCode: ReadonlyMap<string, Expertise> = new Map(codes.map((each) => [each.code, each]));
const retiredByCode = new Map(retiredCodes.map((each) => [each.code, each]));

/**
 * Looks a code up. A retired one comes back with the current codes that replace it (one or more, best first);
 * anything that was never a code is unknown. Codes are matched exactly: `ct-03` is unknown.
 */
export function findCode(code: string): CodeFinding {
  const expertise = byCode.get(code);
  if (expertise) return { kind: "current", expertise };
  const retired = retiredByCode.get(code);
  if (retired) return { kind: "retired", title: retired.title, replacedBy: retired.replacedBy };
  return { kind: "unknown" };
}

/** A code by its title, current or retired; the code itself where it never was one. */
export function titleOf(code: string): string {
  const finding = findCode(code);
  return finding.kind === "current"
    ? finding.expertise.title
    : finding.kind === "retired"
      ? finding.title
      : code;
}

/** How near two current codes are: the same, in one group of one family, in one family, or unrelated. */
export function relation(a: string, b: string): CodeRelation {
  const first = byCode.get(a);
  const second = byCode.get(b);
  if (!first || !second || first.family !== second.family) return "none";
  if (first === second) return "exact";
  return first.group === second.group ? "sibling" : "family";
}

/** What to tell a person whose code cannot be used, or null when it can. */
export function codeProblem(code: string): string | null {
  const finding = findCode(code);
  switch (finding.kind) {
    case "current":
      return null;
    case "retired":
      return `${code} (${finding.title}) was retired: use ${finding.replacedBy.join(" or ")}`;
    case "unknown":
      return `${code} is not a code of the expertise taxonomy ${taxonomyVersion}`;
  }
}
