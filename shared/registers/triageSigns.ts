import { BA } from "./signs/BA.ts";
import { BS } from "./signs/BS.ts";
import { CT } from "./signs/CT.ts";
import { DA } from "./signs/DA.ts";
import { EY } from "./signs/EY.ts";
import { IN } from "./signs/IN.ts";
import { LG } from "./signs/LG.ts";
import { PA } from "./signs/PA.ts";
import { PW } from "./signs/PW.ts";
import { WF } from "./signs/WF.ts";

const startOfBlock = /\n(?=\S)/;

/** The phrases of blocks that each begin with a code on a line of its own; lines below it are indented. */
const readSigns = (blocks: string): readonly (readonly [string, readonly string[]])[] =>
  blocks
    .trim()
    .split(startOfBlock)
    .map((block) => {
      const [code = "", ...lines] = block.split("\n").map((line) => line.trim());
      return [code, lines.join(" ").split(", ")];
    });

const signs: ReadonlyMap<string, readonly string[]> = new Map(
  [LG, CT, PA, EY, IN, BA, PW, WF, BS, DA].flatMap(readSigns),
);

/** What heads say of a need of a code without its name; none for a code that is not national. */
export const signsOf = (code: string): readonly string[] => signs.get(code) ?? [];
