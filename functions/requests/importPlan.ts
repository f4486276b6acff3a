import type { Routes } from "../../shared/contract/manifest.ts";
import type { Refusal } from "../../shared/contract/problems.ts";
import { RequestId, type SchoolUrn } from "../../shared/domain/ids.ts";
import { type Partnership, policyNamed } from "../../shared/domain/partnership.ts";
import type { SupportRequest } from "../../shared/domain/requests/request.ts";
import { submit } from "../../shared/domain/requests/requestSteps.ts";
import { mayAskForSupport, type School } from "../../shared/domain/schools/school.ts";
import type { Leaves } from "../../shared/domain/people/expertise.ts";
import { codeFault } from "../../shared/registers/leaves.ts";
import type { CsvProblem } from "../../shared/registers/csv.ts";
import type { RequestRow } from "../../shared/registers/requestsCsv.ts";
import { derivedId, sha256 } from "../../shared/runtime/identity.ts";
import { notFound } from "../../shared/runtime/refusal.ts";
import { fileFaults, refuseFile } from "../../shared/runtime/refusedFile.ts";
import type { Context } from "../../shared/runtime/serve.ts";
import { leavesAmong } from "../../shared/store/leaves.ts";
import { partnerships } from "../../shared/store/rows/partnership.ts";
import { requests } from "../../shared/store/rows/requests.ts";
import { allSchools, byUrn } from "../../shared/store/schools.ts";
import { datesAreOver, faultOfDates, newRequest } from "./draft.ts";

/** What a row of the file does: its request is new, or was imported before and the file says the same of it. */
export type Change = "added" | "unchanged";

/** A row of the file and the request it makes, with what that changes. */
export interface Planned {
  readonly row: number;
  readonly request: SupportRequest;
  readonly change: Change;
}

type Here = Pick<Context<Routes["importRequests"]>, "world" | "store" | "session">;

const readAtOnce = 25;

/** A file against the rows as they stand: what each row would do, or every fault. Nothing is written. */
export async function planRequests(here: Here, rows: readonly RequestRow[]): Promise<Planned[] | Refusal> {
  const { store } = here;
  const partnership = await store.get(partnerships, {});
  if (!partnership) return notFound("partnership");
  const schools = byUrn(await allSchools(store));
  const codes = rows.flatMap((row) => [row.codes.primary, ...row.codes.secondary]);
  const leaves = await leavesAmong(store, codes);
  const faults = rows.flatMap((row) => [...faultsOfRow(row, schools), ...leafFaults(row, leaves)]);
  const made = rows.flatMap((row) => {
    const school = schools.get(row.schoolUrn);
    return school ? submitted(here, { row, school, partnership }) : [];
  });
  const planned: Planned[] = [];
  for (let from = 0; from < made.length; from += readAtOnce) {
    const some = made.slice(from, from + readAtOnce);
    const known = await Promise.all(
      some.map(({ request: { requestId } }) => store.get(requests, { requestId })),
    );
    for (const [index, { row, request }] of some.entries()) {
      const change = changeOf(request, known[index]);
      if (change === "other-content") faults.push(keyReused(row));
      else if (change === "added" && faultOfDates(request, here.world.now()))
        faults.push({ row, column: "Window to", message: datesAreOver });
      else planned.push({ row, request, change });
    }
  }
  return faults.length > 0 ? refuseFile(fileFaults(faults)) : planned;
}

/** Compares by digest, because triage and the broker change what a request says after its import. */
export function changeOf(
  request: SupportRequest,
  known: Pick<SupportRequest, "importDigest"> | undefined,
): Change | "other-content" {
  if (!known) return "added";
  return known.importDigest === request.importDigest ? "unchanged" : "other-content";
}

/** The fault of a row whose key was imported before with other content. */
export const keyReused = (row: number): CsvProblem => ({
  row,
  column: "Request key",
  message: "This key was imported before with other content; give a new request a new key",
});

interface Source {
  readonly row: RequestRow;
  readonly school: School;
  readonly partnership: Partnership;
}

function submitted({ world, store, session }: Here, { row, school, partnership }: Source) {
  const draft = draftOf(row, school);
  const initiatedBy = row.initiatedBy ?? "broker";
  const { basePriority } = policyNamed(partnership, draft.routePolicy);
  const drafted = newRequest(world, { draft, initiatedBy, startedBy: session.account, basePriority });
  const requestId = derivedId(RequestId, store.partnershipId, "import", row.requestKey);
  const importDigest = sha256(JSON.stringify([draft, initiatedBy]));
  const sent = submit({ ...drafted, requestId, importDigest }, world.now());
  return sent.kind === "changed" ? [{ row: row.row, request: sent.row }] : [];
}

const draftOf = (row: RequestRow, school: School) => ({
  schoolId: school.schoolId,
  codes: { primary: row.codes.primary, secondary: [...row.codes.secondary] },
  phase: row.phase,
  description: row.description,
  objectives: [row.objective],
  daysEach: row.daysEach,
  people: row.people,
  window: row.window,
  mode: row.mode,
  urgency: row.urgency,
  requiredDesignation: row.requiredDesignation,
  ...(row.supportType ? { supportType: row.supportType } : {}),
  ...(row.audiences ? { audiences: [...row.audiences] } : {}),
  ...(row.settings ? { settings: [...row.settings] } : {}),
  routePolicy: row.routePolicy ?? ("traded-improvement" as const),
});

function faultsOfRow(row: RequestRow, schools: ReadonlyMap<SchoolUrn, School>): CsvProblem[] {
  const school = schools.get(row.schoolUrn);
  const fault = (message: string): CsvProblem[] => [{ row: row.row, column: "School URN", message }];
  if (!school) return fault(`${row.schoolUrn} is not in the register in force`);
  return mayAskForSupport(school) ? [] : fault(`The school is ${school.status}`);
}

/** Leaves that a row asks for and the partnership does not have, or no longer gives out. */
const leafFaults = ({ row, codes: { primary, secondary } }: RequestRow, leaves: Leaves): CsvProblem[] =>
  [primary, ...secondary].flatMap((code, index) => {
    const fault = codeFault(code, leaves);
    const column = index === 0 ? "Primary code" : "Secondary codes";
    return fault ? [{ row, column, message: fault.detail }] : [];
  });
