import { SchoolUrn } from "../domain/ids.ts";
import { csvText, problemLimit, visitCsv, type CsvProblem, type CsvRow, type CsvVisitor } from "./csv.ts";
import { visitCsvChunks } from "./csvStream.ts";
import { isoDateOf } from "./giasCells.ts";

/** What a row of the links file says, once its many link types are sorted. */
export type LinkClass =
  | "successor"
  | "successor-merged"
  | "successor-split"
  | "predecessor"
  | "predecessor-merged"
  | "predecessor-split"
  /** Amalgamations, mergers and closures that do not say which school follows which. */
  | "undirected"
  /** Sixth-form partners, expansions and other ties between schools that both go on. */
  | "partner"
  | "unrecognised";

/** One row: `urn` says of itself that it is linked to `linkUrn`. The date is ISO, or null where none is given. */
export type SchoolLink = {
  readonly row: number;
  readonly urn: SchoolUrn;
  readonly linkUrn: SchoolUrn;
  readonly linkName: string;
  readonly linkType: string;
  readonly linkClass: LinkClass;
  readonly date: string | null;
};

export type LinksReading =
  | { readonly kind: "read"; readonly links: readonly SchoolLink[]; readonly counts: LinkCounts }
  | { readonly kind: "refused"; readonly problems: readonly CsvProblem[] };

/** Rows by class and by the register's own type; every row is in exactly one of each. */
export type LinkCounts = {
  readonly rows: number;
  readonly undated: number;
  readonly byClass: Readonly<Record<LinkClass, number>>;
  readonly byType: ReadonlyMap<string, number>;
};

const columns = ["URN", "LinkURN", "LinkName", "LinkType", "LinkEstablishedDate"] as const;
type LinkColumn = (typeof columns)[number];

const partners = /^(?:sixth form centre (?:link|school)|expansion|other)$/;
const undirected = /^(?:result of amalgamation|closure|merged\b.*)$/;

/** Sorts one of the register's link types; case and spacing do not matter. */
export function classifyLink(linkType: string): LinkClass {
  const type = linkType.trim().toLowerCase().replaceAll(/\s+/g, " ");
  if (partners.test(type)) return "partner";
  if (undirected.test(type)) return "undirected";
  const [, side, detail] =
    /^(successor|predecessor)(?: - (merged|amalgamated|split school))?$/.exec(type) ?? [];
  if (side !== "successor" && side !== "predecessor") return "unrecognised";
  if (detail === undefined) return side;
  return detail === "split school" ? `${side}-split` : `${side}-merged`;
}

type Links = { readonly links: SchoolLink[]; readonly problems: CsvProblem[] };

function gatherLink(
  gathered: Links,
  positions: ReadonlyMap<LinkColumn, number>,
  { row, cells }: CsvRow,
): void {
  const cell = (column: LinkColumn): string => cells[positions.get(column) ?? -1]?.trim() ?? "";
  const problem = (column: LinkColumn, message: string): void => {
    gathered.problems.push({ row, column, message });
  };
  const urn = SchoolUrn.safeParse(cell("URN"));
  const linkUrn = SchoolUrn.safeParse(cell("LinkURN"));
  if (!urn.success) problem("URN", "A URN is six digits and does not begin with zero");
  if (!linkUrn.success) problem("LinkURN", "A URN is six digits and does not begin with zero");
  const dateText = cell("LinkEstablishedDate");
  const date = isoDateOf(dateText);
  if (dateText !== "" && date === null)
    problem("LinkEstablishedDate", "This is no date in the form dd-mm-yyyy");
  if (!urn.success || !linkUrn.success) return;
  const linkType = cell("LinkType");
  const link = { row, urn: urn.data, linkUrn: linkUrn.data, linkName: cell("LinkName"), linkType };
  gathered.links.push({ ...link, linkClass: classifyLink(linkType), date });
}

/** Counts links by class and type; nothing is left out, a type never seen before counts as unrecognised. */
export function countLinks(links: readonly SchoolLink[]): LinkCounts {
  const byClass: Record<LinkClass, number> = {
    successor: 0,
    "successor-merged": 0,
    "successor-split": 0,
    predecessor: 0,
    "predecessor-merged": 0,
    "predecessor-split": 0,
    undirected: 0,
    partner: 0,
    unrecognised: 0,
  };
  const byType = new Map<string, number>();
  for (const { linkClass, linkType } of links) {
    byClass[linkClass] += 1;
    byType.set(linkType, (byType.get(linkType) ?? 0) + 1);
  }
  const undated = links.filter(({ date }) => date === null).length;
  return { rows: links.length, undated, byClass, byType };
}

/**
 * Reads GIAS's succession file (`links_edubasealldataYYYYMMDD.csv`, Open Government Licence). Refused whole,
 * with rows and columns, when a column is missing, a URN or a date is malformed, or the file is cut short.
 */
export function readLinks(source: Uint8Array | string): LinksReading {
  const decoded = csvText(source);
  if (decoded.kind === "refused") return { kind: "refused", problems: [decoded.problem] };
  const { visitor, ended } = startReading();
  return ended(visitCsv(decoded.text, visitor));
}

/** The same, from a file that arrives in chunks. */
export async function readLinksFrom(chunks: AsyncIterable<Uint8Array>): Promise<LinksReading> {
  const { visitor, ended } = startReading();
  return ended(await visitCsvChunks(chunks, visitor));
}

function startReading() {
  const gathered: Links = { links: [], problems: [] };
  const positions = new Map<LinkColumn, number>();
  const visitor: CsvVisitor = {
    header: (cells) => {
      const names = cells.map((name) => name.trim());
      for (const column of columns) if (names.includes(column)) positions.set(column, names.indexOf(column));
      return columns
        .filter((column) => !positions.has(column))
        .map((column) => ({ row: 1, column, message: `The header lacks ${column}` }));
    },
    row: (row) => {
      if (gathered.problems.length < problemLimit) gatherLink(gathered, positions, row);
    },
  };
  const ended = (shapeProblems: readonly CsvProblem[]): LinksReading => {
    const problems = [...shapeProblems, ...gathered.problems].slice(0, problemLimit);
    if (problems.length > 0) return { kind: "refused", problems };
    return { kind: "read", links: gathered.links, counts: countLinks(gathered.links) };
  };
  return { visitor, ended };
}
