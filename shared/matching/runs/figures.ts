import type { MatchResult } from "../explain/result.ts";

/** One figure of a run that differs in another; null where a run has none. */
export interface FigureChange {
  readonly name: string;
  readonly before: number | null;
  readonly after: number | null;
}

type Figures = ReadonlyMap<string, number | null>;

/** Every number of a value by the path of names and positions that leads to it. */
function figuresIn(value: unknown, path: string): readonly (readonly [string, number | null])[] {
  if (typeof value === "number" || value === null) return [[path, value]];
  if (typeof value !== "object") return [];
  return Object.entries(value).flatMap(([name, held]) =>
    figuresIn(held, path === "" ? name : `${path}/${name}`),
  );
}

const figuresOf = ({ metrics, objective, certificate, fairness }: MatchResult): Figures =>
  new Map(figuresIn({ metrics, objective, fairness, bound: certificate.bound, gap: certificate.gap }, ""));

/** The figures in which two runs differ: metrics, objective, bound and gap, by name. */
export function figureChanges(before: MatchResult, after: MatchResult): readonly FigureChange[] {
  const [was, is] = [figuresOf(before), figuresOf(after)];
  return [...new Set([...was.keys(), ...is.keys()])].toSorted().flatMap((name) => {
    const [b, a] = [was.get(name) ?? null, is.get(name) ?? null];
    return b === a ? [] : [{ name, before: b, after: a }];
  });
}
