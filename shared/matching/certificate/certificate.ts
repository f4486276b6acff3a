import type { Problem } from "../problem/problem.ts";
import { proverOf } from "./bound.ts";
import { at, exactSum, worth } from "./cells.ts";
import type { CertificateVerdict, ProvenAnswer, Worth } from "./proof.ts";

/** Walks once over all pairs: what each part's chosen ones are worth, a limit they break, whether parts share nobody. */
function walked(p: Problem, { taken, parts }: ProvenAnswer) {
  const noneYet = (): Int32Array => new Int32Array(p.practitionerCount).fill(-1);
  const [partOf, lastRequest, seen] = [noneYet(), noneYet(), new Uint8Array(p.weight.length)];
  const [places, groups, days] = [p.wanted.slice(), p.groupLimit.slice(), new Float64Array(p.dayCapacity)];
  const slots = p.slotStart.map((from, j) => at(p.slotStart, j + 1) - from);
  let [broken, apart] = [taken.length === p.weight.length ? null : "marks", true];
  const objective = parts.map(({ requests }, x) => {
    const sum: number[] = [];
    for (const i of requests)
      for (let e = at(p.start, i), end = at(p.start, i + 1); e < end; e++) {
        const j = at(p.practitioner, e);
        apart &&= seen[e] === 0 && (partOf[j] === -1 || partOf[j] === x);
        seen[e] = 1;
        partOf[j] = x;
        if (taken[e] === 0) continue;
        if (taken[e] !== 1 || lastRequest[j] === i) broken ??= `practitioner ${j}`;
        sum.push(worth(p.weight, e) - worth(p.slotCost, at(p.slotStart, j + 1) - at(slots, j)));
        const g = at(p.group, e);
        if (g >= 0) groups[g] = at(groups, g) - 1;
        [lastRequest[j], places[i], slots[j]] = [i, at(places, i) - 1, at(slots, j) - 1];
        days[j] = worth(days, j) - at(p.need, e);
      }
    return exactSum(sum);
  });
  for (const [name, left] of Object.entries({ places, groups, days, slots }))
    if (!left.every((count) => count >= 0)) broken ??= name;
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
