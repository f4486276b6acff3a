import type { SchoolUrn } from "../domain/ids.ts";
import type { ambiguities } from "../domain/schools/registerFacts.ts";
import type { SchoolLink } from "./successionLinks.ts";

/** One step from a school to the one that follows it, with the rows that say so (from either side). */
export type SuccessionStep = {
  readonly from: SchoolUrn;
  readonly to: SchoolUrn;
  /** ISO date, the successor's row first; null when neither side dates it. */
  readonly date: string | null;
  readonly isSplit: boolean;
  readonly isMerger: boolean;
  readonly evidence: readonly SchoolLink[];
};

export type SuccessionGraph = {
  readonly stepsFrom: ReadonlyMap<SchoolUrn, readonly SuccessionStep[]>;
  readonly predecessorsOf: ReadonlyMap<SchoolUrn, ReadonlySet<SchoolUrn>>;
  /** Links that name no direction, by either school; shown to whoever decides. */
  readonly undirectedAt: ReadonlyMap<SchoolUrn, readonly SchoolLink[]>;
};

/** Why a person must decide. */
export type Ambiguity = Exclude<(typeof ambiguities)[number], "undirected">;

export type Succession =
  | { readonly kind: "single"; readonly successor: SchoolUrn; readonly chain: readonly SuccessionStep[] }
  | {
      readonly kind: "ambiguous";
      readonly reason: Ambiguity;
      readonly at: SchoolUrn;
      /** The steps followed up to `at`, and the ones to choose from there. */
      readonly chain: readonly SuccessionStep[];
      readonly choices: readonly SuccessionStep[];
    }
  | { readonly kind: "none"; readonly related: readonly SchoolLink[] };

type Directed = { readonly from: SchoolUrn; readonly to: SchoolUrn };

function directionOf(link: SchoolLink): Directed | null {
  if (link.linkClass.startsWith("successor")) return { from: link.urn, to: link.linkUrn };
  if (link.linkClass.startsWith("predecessor")) return { from: link.linkUrn, to: link.urn };
  return null;
}

function stepOf({ from, to }: Directed, evidence: readonly SchoolLink[]): SuccessionStep {
  const dated = evidence.filter(({ date }) => date !== null);
  const own = dated.find(({ urn }) => urn === from) ?? dated[0];
  return {
    from,
    to,
    date: own?.date ?? null,
    isSplit: evidence.some(({ linkClass }) => linkClass.endsWith("-split")),
    isMerger: evidence.some(({ linkClass }) => linkClass.endsWith("-merged")),
    evidence,
  };
}

/** Links without direction at both of their schools: the register often holds one row for the two. */
function undirectedOf(links: readonly SchoolLink[]): Map<SchoolUrn, SchoolLink[]> {
  const found = new Map<SchoolUrn, SchoolLink[]>();
  for (const link of links)
    if (link.linkClass === "undirected")
      for (const urn of new Set([link.urn, link.linkUrn])) found.set(urn, [...(found.get(urn) ?? []), link]);
  return found;
}

/** Builds the graph of who follows whom; the two rows that mirror each other become one step. */
export function successionGraph(links: readonly SchoolLink[]): SuccessionGraph {
  const byPair = new Map<string, { readonly directed: Directed; readonly evidence: SchoolLink[] }>();
  for (const link of links) {
    const directed = directionOf(link);
    if (!directed) continue;
    const key = `${directed.from}>${directed.to}`;
    const pair = byPair.get(key) ?? { directed, evidence: [] };
    pair.evidence.push(link);
    byPair.set(key, pair);
  }
  const steps = [...byPair.values()].map(({ directed, evidence }) => stepOf(directed, evidence));
  return {
    stepsFrom: Map.groupBy(steps, ({ from }) => from),
    predecessorsOf: new Map(
      Map.groupBy(steps, ({ to }) => to)
        .entries()
        .map(([urn, into]) => [urn, new Set(into.map(({ from }) => from))]),
    ),
    undirectedAt: undirectedOf(links),
  };
}

// Peels off schools without a step into what is left; whatever cannot be peeled lies on, or leads into, a ring.
function leadsIntoRing(graph: SuccessionGraph, urn: SchoolUrn): boolean {
  const reached = new Set<SchoolUrn>([urn]);
  for (const at of reached) for (const { to } of graph.stepsFrom.get(at) ?? []) reached.add(to);
  const stepsLeft = new Map([...reached].map((at) => [at, graph.stepsFrom.get(at)?.length ?? 0]));
  const peeled = [...reached].filter((at) => stepsLeft.get(at) === 0);
  for (const at of peeled) {
    for (const from of graph.predecessorsOf.get(at) ?? []) {
      const left = (stepsLeft.get(from) ?? 0) - 1;
      if (reached.has(from)) stepsLeft.set(from, left);
      if (left === 0) peeled.push(from);
    }
  }
  return peeled.length < reached.size;
}

// A school that joined the successor only later does not make the earlier step a merger.
function joinsAnother(graph: SuccessionGraph, { from, to, date }: SuccessionStep): boolean {
  const others = [...(graph.predecessorsOf.get(to) ?? [])].filter((urn) => urn !== from);
  return others.some((urn) => {
    const joined = graph.stepsFrom.get(urn)?.find((step) => step.to === to)?.date ?? null;
    return joined === null || date === null || joined <= date;
  });
}

function ambiguityOf(graph: SuccessionGraph, choices: readonly SuccessionStep[]): Ambiguity | null {
  const [step, ...others] = choices;
  if (choices.some(({ isSplit }) => isSplit)) return "split";
  if (others.length > 0) return "several";
  if (!step) return null;
  if (step.isMerger || joinsAnother(graph, step)) return "merger";
  return step.date === null ? "undated" : null;
}

/**
 * Follows a school to the one that continues it, however many steps that takes. Only a chain in which every
 * step is single, dated and no merger resolves by itself; anything else names the school at which a person
 * must decide, with the choices. A school without successor gives none, with its undirected links.
 */
export function resolveSuccessor(graph: SuccessionGraph, urn: SchoolUrn): Succession {
  const first = graph.stepsFrom.get(urn) ?? [];
  if (first.length === 0) return { kind: "none", related: graph.undirectedAt.get(urn) ?? [] };
  if (leadsIntoRing(graph, urn)) {
    return { kind: "ambiguous", reason: "cycle", at: urn, chain: [], choices: first };
  }
  const chain: SuccessionStep[] = [];
  let at = urn;
  for (;;) {
    const choices = graph.stepsFrom.get(at) ?? [];
    const reason = ambiguityOf(graph, choices);
    if (reason !== null) return { kind: "ambiguous", reason, at, chain, choices };
    const [step] = choices;
    if (!step) return { kind: "single", successor: at, chain };
    chain.push(step);
    at = step.to;
  }
}

export type SuccessionCounts = {
  readonly schoolsWithSuccessor: number;
  readonly single: number;
  readonly ambiguous: Readonly<Record<Ambiguity, number>>;
  readonly longestChain: number;
  /** Schools without a successor that an undirected link names. */
  readonly undirected: number;
};

/** How the schools of a graph that have a successor would resolve. */
export function countSuccessions(graph: SuccessionGraph): SuccessionCounts {
  const ambiguous: Record<Ambiguity, number> = { cycle: 0, split: 0, several: 0, merger: 0, undated: 0 };
  let single = 0;
  let longestChain = 0;
  for (const urn of graph.stepsFrom.keys()) {
    const found = resolveSuccessor(graph, urn);
    if (found.kind === "none") continue;
    longestChain = Math.max(longestChain, found.chain.length);
    if (found.kind === "single") single += 1;
    else ambiguous[found.reason] += 1;
  }
  const undirected = [...graph.undirectedAt.keys()].filter((urn) => !graph.stepsFrom.has(urn)).length;
  return { schoolsWithSuccessor: graph.stepsFrom.size, single, ambiguous, longestChain, undirected };
}
