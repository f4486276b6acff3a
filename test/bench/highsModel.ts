import { pairsByPractitioner, type Problem } from "../../shared/matching/problem/problem.ts";

/** A problem without groups or slot costs as a model of whole numbers, in the text that HiGHS reads. */
export function modelOf(problem: Problem): string {
  const { requestCount, practitionerCount, start, weight, need, wanted, slotStart, dayCapacity } = problem;
  const { start: first, pairs } = pairsByPractitioner(problem);
  const lines = ["Maximize", " obj:"];
  weight.forEach((worth, e) => lines.push(` + ${worth} x${e}`));
  lines.push("Subject To");
  const limit = (name: string, terms: readonly string[], most: number): void => {
    if (terms.length > 0) lines.push(` ${name}: ${terms.join("\n ")} <= ${most}`);
  };
  for (let i = 0; i < requestCount; i++) {
    const [from, to] = [start[i] ?? 0, start[i + 1] ?? 0];
    limit(
      `w${i}`,
      Array.from({ length: to - from }, (_, x) => `+ x${from + x}`),
      wanted[i] ?? 0,
    );
  }
  for (let j = 0; j < practitionerCount; j++) {
    const mine = Array.from(pairs.subarray(first[j], first[j + 1]));
    limit(
      `s${j}`,
      mine.map((e) => `+ x${e}`),
      (slotStart[j + 1] ?? 0) - (slotStart[j] ?? 0),
    );
    limit(
      `d${j}`,
      mine.map((e) => `+ ${need[e]} x${e}`),
      dayCapacity[j] ?? 0,
    );
  }
  lines.push("Binary");
  weight.forEach((_, e) => lines.push(` x${e}`));
  return [...lines, "End"].join("\n");
}
