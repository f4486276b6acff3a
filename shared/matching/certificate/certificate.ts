import type { Problem } from "../problem/problem.ts";
import { proverOf } from "./bound.ts";
import { at, exactSum } from "./cells.ts";
import type { CertificateVerdict, ProvenAnswer, Worth } from "./proof.ts";

/** Whether each column has one cell for each of its rows and no other. */
const areWhole = (p: Problem, taken: Uint8Array): boolean =>
  [taken, p.practitioner, p.need, p.group].every(({ length }) => length === p.weight.length) &&
  [p.wanted, p.start.subarray(1)].every(({ length }) => length === p.requestCount) &&
  [p.dayCapacity, p.slotStart.subarray(1)].every(({ length }) => length === p.practitionerCount) &&
  p.slotStart[p.practitionerCount] === p.slotCost.length &&
  p.need.every((need) => need >= 0);

/** Walks once over all pairs: what each part's chosen ones are worth, a limit they break, whether parts share nobody. */
function walked(p: Problem, { taken, parts }: ProvenAnswer) {
  const noneYet = (): Int32Array => new Int32Array(p.practitionerCount).fill(-1);
  const [partOf, lastRequest, seen] = [noneYet(), noneYet(), new Uint8Array(taken.length)];
  const left = {
    places: new Float64Array(p.wanted),
    groups: new Float64Array(p.groupLimit),
    days: new Float64Array(p.dayCapacity),
    slots: Float64Array.from(p.dayCapacity, (_, j) => at(p.slotStart, j + 1) - at(p.slotStart, j)),
  };
  const use = (room: Float64Array, row: number, by = 1): void => void (room[row] = at(room, row) - by);
  let [broken, apart] = [areWhole(p, taken) ? null : "columns", true];
  const objective = parts.map(({ requests }, x) => {
    const sum: number[] = [];
    for (const i of requests)
      for (let e = at(p.start, i), end = at(p.start, i + 1); e < end; e++) {
        const [j, g] = [at(p.practitioner, e), at(p.group, e)];
        apart &&= seen[e] === 0 && (partOf[j] === -1 || partOf[j] === x);
        [seen[e], partOf[j]] = [1, x];
        if (taken[e] === 0) continue;
        if (taken[e] !== 1 || lastRequest[j] === i) broken ??= `practitioner ${j}`;
        lastRequest[j] = i;
        sum.push(at(p.weight, e) - at(p.slotCost, at(p.slotStart, j + 1) - at(left.slots, j)));
        use(left.places, i);
        use(left.slots, j);
        use(left.days, j, at(p.need, e));
        if (g >= 0) use(left.groups, g);
      }
    return exactSum(sum);
  });
  for (const [name, room] of Object.entries(left)) if (!room.every((count) => count >= 0)) broken ??= name;
  return { objective, broken, apart: apart && !seen.includes(0) };
}

/** Checks an answer against the problem, sharing no code with the solver: feasible, worth what it says, bounded. */
export function check(p: Problem, answer: ProvenAnswer, claims: readonly Worth[]): CertificateVerdict {
  const { objective, broken, apart } = walked(p, answer);
  const boundOf = proverOf(p);
  const parts = answer.parts.map((part, x) => ({ objective: objective[x] ?? null, bound: boundOf(part) }));
  const differ = (key: keyof Worth): boolean =>
    parts.length !== claims.length || parts.some((part, x) => part[key] !== claims[x]?.[key]);
  const checks = [
    { name: "feasible", passed: broken === null, detail: broken ?? "every limit is kept" },
    { name: "parts", passed: apart, detail: `${parts.length} parts share no practitioner` },
    { name: "objective", passed: !differ("objective"), detail: "is what the chosen pairs are worth" },
    { name: "bound", passed: !differ("bound"), detail: "is what the prices prove" },
  ];
  return { valid: checks.every(({ passed }) => passed), checks, parts };
}
