import type { SchoolUrn } from "../domain/ids.ts";
import { faultOfRange } from "../domain/vocabulary.ts";
import type {
  Audience,
  InitiationRoute,
  Mode,
  Phase,
  RoutePolicyName,
  Setting,
  SupportType,
  Urgency,
} from "../domain/vocabulary.ts";
import type { CsvProblem } from "./csv.ts";
import { readTable, tableTemplate, type TableRow } from "./csvTable.ts";
import { requestsFormat, type RequestsTableRow } from "./requestsTable.ts";

/** A request as its row says it. Null is "not given". */
export type RequestRow = {
  readonly row: number;
  readonly requestKey: string;
  readonly schoolUrn: SchoolUrn;
  readonly codes: { readonly primary: string; readonly secondary: readonly string[] };
  readonly phase: Phase;
  readonly description: string;
  readonly objective: {
    readonly statement: string;
    readonly successMeasure: string;
    readonly baseline: string;
  };
  /** Days in halves, for each person. */
  readonly daysEach: number;
  readonly people: number;
  readonly window: { readonly from: string; readonly to: string };
  readonly mode: Mode;
  readonly urgency: Urgency;
  readonly initiatedBy: InitiationRoute | null;
  readonly routePolicy: RoutePolicyName | null;
  readonly requiredDesignation: string | null;
  readonly supportType: SupportType | null;
  readonly audiences: readonly Audience[] | null;
  readonly settings: readonly Setting[] | null;
};

export type RequestsReading =
  | { readonly kind: "read"; readonly requests: readonly RequestRow[] }
  | { readonly kind: "refused"; readonly problems: readonly CsvProblem[] };

function requestOf({ row, value }: TableRow<RequestsTableRow>): RequestRow {
  return {
    row,
    requestKey: value["Request key"],
    schoolUrn: value["School URN"],
    codes: { primary: value["Primary code"], secondary: value["Secondary codes"] ?? [] },
    phase: value.Phase,
    description: value.Description,
    objective: {
      statement: value.Objective,
      successMeasure: value["Success measure"],
      baseline: value.Baseline,
    },
    daysEach: value["Days each"],
    people: value.People,
    window: { from: value["Window from"], to: value["Window to"] },
    mode: value.Mode,
    urgency: value.Urgency,
    initiatedBy: value["Initiated by"],
    routePolicy: value["Route policy"],
    requiredDesignation: value["Required designation"],
    supportType: value["Support type"],
    audiences: value.Audiences,
    settings: value.Settings,
  };
}

function problemsOf(requests: readonly RequestRow[]): CsvProblem[] {
  const rowOfKey = new Map<string, number>();
  const problems: CsvProblem[] = [];
  for (const { row, requestKey, codes, window } of requests) {
    const earlier = rowOfKey.get(requestKey);
    if (earlier === undefined) rowOfKey.set(requestKey, row);
    else problems.push({ row, column: "Request key", message: `Row ${earlier} has this key too` });
    const fault = faultOfRange(window);
    if (fault !== null) problems.push({ row, column: `Window ${fault.end}`, message: fault.message });
    if (codes.secondary.includes(codes.primary)) {
      problems.push({ row, column: "Secondary codes", message: "The primary code is given again" });
    }
  }
  return problems;
}

/**
 * Reads the requests file, one row per request. Retired and unknown codes, keys given twice and windows that
 * end before they begin are problems; any problem refuses the whole file. Whether a URN is in the register
 * and its school open is for the caller to check.
 */
export function readRequests(source: Uint8Array | string): RequestsReading {
  const table = readTable(source, requestsFormat);
  if (table.kind === "refused") return table;
  const requests = table.rows.map(requestOf);
  const problems = problemsOf(requests);
  return problems.length > 0 ? { kind: "refused", problems } : { kind: "read", requests };
}

/** The template of the requests file: header and one example row. */
export const requestsTemplate = (): string => tableTemplate(requestsFormat);
