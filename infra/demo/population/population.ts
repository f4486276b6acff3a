import { requestsFormat } from "../../../shared/registers/requestsTable.ts";
import { toCsv } from "../../../shared/registers/csv.ts";
import { chanceOf } from "./chance.ts";
import { demandOf } from "./demand.ts";
import { type MadePerson, peopleOf } from "./people.ts";
import { type PlaceOfWork, spreadOf } from "./placesOfWork.ts";
import { type MadeRequest, requestsOf } from "./requests.ts";

export interface PopulationOptions {
  readonly seed: number;
  /** The service's own date: windows, availability and expiries lie around it. */
  readonly today: string;
  readonly schools: readonly PlaceOfWork[];
  /** Left out, both follow the number of schools. */
  readonly people?: number | undefined;
  readonly requests?: number | undefined;
  /** Ends in `.example`, so that no letter can ever reach anybody. */
  readonly mailDomain: string;
}

/** What is set for a school beside its register row. */
export interface MadeContact {
  readonly school: PlaceOfWork;
  readonly headEmail: string;
  readonly inCategoryOfConcern: boolean;
}

export interface Population {
  readonly contacts: readonly MadeContact[];
  readonly people: readonly MadePerson[];
  readonly requests: readonly MadeRequest[];
}

const clamped = (value: number, least: number, most: number): number =>
  Math.min(most, Math.max(least, Math.round(value)));

/** Synthetic people and requests on an area's schools: the same seed, date and schools give the same ones. */
export function populationOf(options: PopulationOptions): Population {
  const { seed, today, mailDomain } = options;
  const schools = options.schools.toSorted((a, b) => (a.urn < b.urn ? -1 : 1));
  const demand = demandOf(seed);
  const people = peopleOf({
    seed,
    today,
    count: options.people ?? clamped(schools.length * 2, 40, 300),
    schools,
    demand,
    spreadMetres: spreadOf(schools),
    mailDomain,
  });
  const concern = new Set(
    chanceOf(seed, "concern")
      .shuffled(schools)
      .slice(0, Math.max(1, Math.round(schools.length * 0.04))),
  );
  return {
    contacts: schools.map((school, index) => ({
      school,
      headEmail: `head.${index + 1}@${mailDomain}`,
      inCategoryOfConcern: concern.has(school),
    })),
    people,
    requests: requestsOf({
      seed,
      today,
      count: options.requests ?? clamped(schools.length * 1.5, 30, 200),
      schools,
      inConcern: [...concern],
      people,
      demand,
    }),
  };
}

/** Requests as the CSV that a broker is sent, under the template's own header. */
export function requestsFile(requests: readonly MadeRequest[]): string {
  const columns = Object.keys(requestsFormat.schema.shape);
  const rows = requests.map(({ key, school, body }) => {
    const [objective] = body.objectives;
    const cells = new Map<string, string>([
      ["Request key", key],
      ["School URN", school.urn],
      ["Primary code", body.codes.primary],
      ["Secondary codes", body.codes.secondary.join("; ")],
      ["Phase", body.phase],
      ["Description", body.description],
      ["Objective", objective?.statement ?? ""],
      ["Success measure", objective?.successMeasure ?? ""],
      ["Baseline", objective?.baseline ?? ""],
      ["Days each", String(body.daysEach)],
      ["People", String(body.people)],
      ["Window from", body.window.from],
      ["Window to", body.window.to],
      ["Mode", body.mode],
      ["Urgency", body.urgency],
      ["Initiated by", "broker"],
      ["Route policy", body.routePolicy ?? ""],
      ["Required designation", body.requiredDesignation ?? ""],
    ]);
    return columns.map((column) => cells.get(column) ?? "");
  });
  return toCsv(columns, rows);
}
