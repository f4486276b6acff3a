import { createReadStream } from "node:fs";
import { countSuccessions, successionGraph } from "../../shared/registers/succession.ts";
import { nationalRegister } from "../../shared/registers/nationalRegister.ts";
import type { Row } from "./table.ts";

/** How the rows of a succession file are classified, and how its schools resolve; every row and school is in one. */
export interface Classification {
  readonly types: readonly Row[];
  readonly classes: readonly Row[];
  readonly schools: readonly Row[];
  readonly summary: string;
}

const largestFirst = (rows: readonly Row[]): Row[] =>
  rows.toSorted((a, b) => Number(b[1]) - Number(a[1]) || (String(a[0]) < String(b[0]) ? -1 : 1));

/** Classifies every row of a succession file. Throws with its problems when the file is refused. */
export async function classify(file: string): Promise<Classification> {
  const reading = await nationalRegister.successions(createReadStream(file));
  if (reading.kind === "refused") throw new Error(JSON.stringify(reading.problems.slice(0, 5)));
  const { rows, undated, byClass, byType } = reading.counts;
  const found = countSuccessions(successionGraph(reading.links));
  const classes = Object.entries(byClass);
  const classified = classes.reduce((sum, [, count]) => sum + count, 0);
  return {
    types: largestFirst([...byType]),
    classes: largestFirst(classes),
    schools: [
      ["with a successor", found.schoolsWithSuccessor],
      ["followed to a single, dated successor", found.single],
      ...largestFirst(
        Object.entries(found.ambiguous).map(([reason, count]) => [`left to a person: ${reason}`, count]),
      ),
      ["without a successor, named by a link that has no direction", found.undirected],
      ["longest chain that is followed, steps", found.longestChain],
    ],
    summary: `${rows} rows, ${undated} undated, ${classified} classified, ${byClass.unrecognised} of a type not known`,
  };
}
