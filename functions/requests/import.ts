import type { Fault } from "../../shared/contract/problems.ts";
import { RequestId, type SchoolUrn } from "../../shared/domain/ids.ts";
import { policyNamed } from "../../shared/domain/partnership.ts";
import { submit, type SupportRequest } from "../../shared/domain/request.ts";
import { mayAskForSupport, type School } from "../../shared/domain/school.ts";
import { type CsvProblem, problemLimit } from "../../shared/registers/csv.ts";
import {
  readRequests,
  type RequestRow,
  requestsTemplate as templateText,
} from "../../shared/registers/requestsCsv.ts";
import { act } from "../../shared/runtime/act.ts";
import { derivedId } from "../../shared/runtime/identity.ts";
import { isRefusal, notFound, refuse } from "../../shared/runtime/refusal.ts";
import type { Handler } from "../../shared/runtime/serve.ts";
import { partnerships } from "../../shared/store/rows/partnership.ts";
import { requests } from "../../shared/store/rows/requests.ts";
import { allSchools, byUrn } from "../../shared/store/schools.ts";
import { create } from "../../shared/store/store.ts";
import { newRequest } from "./draft.ts";

/**
 * Imports and submits requests from CSV. The whole file is checked before the first is written; each request then
 * is one write of its own, with an id that follows from its key in the file, so that a repeat after a failure
 * writes only what is missing.
 */
export const importRequests: Handler<"importRequests"> = async ({ query, body }, context) => {
  const { world, store, session, actor, act: remembering } = context;
  const read = readRequests(body);
  if (read.kind === "refused") return refusedFile(read.problems);
  const partnership = await store.get(partnerships, {});
  if (!partnership) return notFound("partnership");
  const schools = byUrn(await allSchools(store));
  const faults = read.requests.flatMap((row) => faultsOfRow(row, schools));
  if (faults.length > 0) return refusedFile(faults);
  const submitted = read.requests.flatMap((row) => {
    const school = schools.get(row.schoolUrn);
    if (!school) return [];
    const { basePriority } = policyNamed(partnership, row.routePolicy ?? "traded-improvement");
    const drafted = newRequest(world, {
      draft: draftOf(row, school),
      initiatedBy: row.initiatedBy ?? "broker",
      startedBy: session.account,
      basePriority,
    });
    const requestId = derivedId(RequestId, store.partnershipId, "import", row.requestKey);
    const sent = submit({ ...drafted, requestId }, world.now());
    return sent.kind === "changed" ? [{ row: row.row, request: sent.row }] : [];
  });
  const applied = query.preview === "false";
  const listed = submitted.map(({ row, request }) => ({ row, requestId: request.requestId }));
  if (!applied) return { status: 200, body: { applied, requests: listed } };
  for (const { request } of submitted) {
    const written = await act({ store }, async () => writing(request));
    if (isRefusal(written)) return written;
  }
  const facts = { requests: listed.length };
  return remembering(async () => ({
    reply: { status: 201, body: { applied, requests: listed } },
    action: { chain: "partnership", action: "requests-imported", actor, facts, writes: [] },
  }));

  async function writing(request: SupportRequest) {
    const { requestId, schoolId } = request;
    const reply = { status: 201, body: null };
    if (await store.get(requests, { requestId })) return { reply };
    const announcement = { type: "request-submitted" as const, subject: { requestId, schoolId }, tell: [] };
    return {
      reply,
      action: {
        chain: `request:${requestId}`,
        action: "request-submitted",
        actor,
        facts: { requestId, imported: true },
        writes: [create(requests, request)],
        announce: [announcement],
      },
    };
  }
};

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
  routePolicy: row.routePolicy ?? ("traded-improvement" as const),
});

function faultsOfRow(row: RequestRow, schools: ReadonlyMap<SchoolUrn, School>): CsvProblem[] {
  const school = schools.get(row.schoolUrn);
  const fault = (message: string): CsvProblem[] => [{ row: row.row, column: "School URN", message }];
  if (!school) return fault(`${row.schoolUrn} is not in the register in force`);
  return mayAskForSupport(school) ? [] : fault(`The school is ${school.status}`);
}

function refusedFile(problems: readonly CsvProblem[]) {
  const errors: Fault[] = problems.slice(0, problemLimit).map(({ row, column, message }) => ({
    row,
    detail: message,
    ...(column === null ? {} : { column }),
  }));
  const count = problems.length === 1 ? "1 fault" : `${problems.length} faults`;
  return refuse(
    "file-refused",
    `The file has ${count}; mend the rows listed and send it whole again.`,
    errors,
  );
}

export const requestsTemplate: Handler<"requestsTemplate"> = async () => ({
  status: 200,
  body: templateText(),
});
