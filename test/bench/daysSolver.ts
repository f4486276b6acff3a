// Ours, where days bind, in a process of its own.
import { Allowed, daysSolved, warmUp } from "./daysSolved.ts";
import { readInstance } from "./matchingInstances.ts";
import { solveWhenTold } from "./solverProcess.ts";

const instance = readInstance(process.argv[2] ?? "");
solveWhenTold(Allowed, { solved: (allowed) => daysSolved(instance, allowed), ...warmUp });
