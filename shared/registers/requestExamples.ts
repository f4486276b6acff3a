import { BA } from "./examples/BA.ts";
import { BS } from "./examples/BS.ts";
import { CT } from "./examples/CT.ts";
import { DA } from "./examples/DA.ts";
import { EY } from "./examples/EY.ts";
import { IN } from "./examples/IN.ts";
import { LG } from "./examples/LG.ts";
import { PA } from "./examples/PA.ts";
import { PW } from "./examples/PW.ts";
import { WF } from "./examples/WF.ts";

/** A request as a head might write it, with the code that a broker would give it. */
export interface RequestExample {
  readonly code: string;
  readonly text: string;
}

/** The examples of lines that each hold a code, a space and the words. */
export const readExamples = (lines: string): readonly RequestExample[] =>
  lines
    .trim()
    .split("\n")
    .map((line) => ({ code: line.slice(0, line.indexOf(" ")), text: line.slice(line.indexOf(" ") + 1) }));

/** Made-up requests of every code, several each; triage compares a text with them. */
export const requestExamples: readonly RequestExample[] = [LG, CT, PA, EY, IN, BA, PW, WF, BS, DA].flatMap(
  readExamples,
);
