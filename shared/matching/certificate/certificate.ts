import type { Problem } from "../problem/problem.ts";
import { proverOf } from "./cases.ts";
import { at, exactSum, worth } from "./cells.ts";
import type { CertificateVerdict, ProvenAnswer, Worth } from "./proof.ts";

/** Walks once over all pairs: what each part's chosen ones are worth, a limit they break, whether parts share nobody. */
function walked(p: Problem, { taken, parts }: ProvenAnswer) {
  const [partOf, people] = [new Int32Array(p.requestCount), new Int32Array(p.requestCount)];
  const [sums, inGroup] = [Array.from(parts, exactSum), new Int32Array(p.groupLimit.length)];
  const [homeOf, asked] = [new Int32Array(p.practitionerCount), new Int32Array(p.practitionerCount)];
  const [load, days] = [new Int32Array(p.practitionerCount), new Float64Array(p.practitionerCount)];
  let [broken, apart, count] = [taken.length === p.weight.length ? null : "marks", true, 0];
  for (const [x, { requests }] of parts.entries())
    for (const i of requests) [apart, partOf[i]] = [apart && at(partOf, i) === 0, x + 1];
  for (let i = 0; i < p.requestCount; i++) {
    const [part, from, end] = [at(partOf, i), at(p.start, i), at(p.start, i + 1)];
    apart &&= part > 0 || from === end;
    for (let e = from; e < end; e++, count++) {
      if (taken[e] === 0 && parts.length === 1) continue;
      const j = at(p.practitioner, e);
      apart &&= at(homeOf, j) === part || at(homeOf, j) === 0;
      homeOf[j] = part;
      if (taken[e] === 0) continue;
      const [slot, g] = [at(p.slotStart, j) + at(load, j), at(p.group, e)];
      [people[i], load[j], days[j]] = [at(people, i) + 1, at(load, j) + 1, worth(days, j) + at(p.need, e)];
      if (g >= 0) inGroup[g] = at(inGroup, g) + 1;
      sums[part - 1]?.add(worth(p.weight, e) - worth(p.slotCost, slot));
      const hasRoom = slot < at(p.slotStart, j + 1) && worth(days, j) <= at(p.dayCapacity, j);
      if (!hasRoom || taken[e] !== 1 || at(asked, j) === i + 1) broken ??= `practitioner ${j}`;
      asked[j] = i + 1;
    }
  }
  if (!people.every((chosen, i) => chosen <= at(p.wanted, i))) broken ??= "request";
  if (!inGroup.every((chosen, g) => chosen <= at(p.groupLimit, g))) broken ??= "group";
  return { objective: sums.map(({ total }) => total()), broken, apart: apart && count === p.weight.length };
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
