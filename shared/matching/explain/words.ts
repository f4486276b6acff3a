import { counted } from "../../domain/counted.ts";
import { hardRules } from "../rules/rules.ts";

/** Basis points as people read them, out of 100. */
export const inPoints = (basisPoints: number): string => counted(basisPoints / 100, "point");

/** The name of a fit component within a sentence. */
export const componentWord = (name: string): string => (name === "workingStyle" ? "working style" : name);

/** Names one after another, the last behind an "and". */
export const listed = (names: readonly string[]): string =>
  [...(names.length > 1 ? [names.slice(0, -1).join(", ")] : []), ...names.slice(-1)].join(" and ");

const refusedWords = new Map(hardRules.map(({ name, refused }) => [name, refused]));

/** How people whom rules refuse are described, each rule with their number. */
export const refusedInWords = (
  refused: readonly { readonly rule: string; readonly people: number }[],
): string => refused.map(({ rule, people }) => `${people} ${refusedWords.get(rule)}`).join(", ");
