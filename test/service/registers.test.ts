import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as z from "zod";
import { fetchFunction } from "../../functions/fetch/handler.ts";
import { listen } from "../../infra/local/gateway/ports.ts";
import { lambdaContext } from "../../infra/local/lambdaContext.ts";
import { pageOf } from "../../shared/contract/routes/views.ts";
import { RegisterPreviewSummary } from "../../shared/contract/routes/registers.ts";
import { TaskView } from "../../shared/contract/routes/tasks.ts";
import { SchoolId } from "../../shared/domain/ids.ts";
import type { RegisterKind } from "../../shared/domain/registerImport.ts";
import { deployments } from "../../shared/store/rows/deployments.ts";
import { people } from "../../shared/store/rows/people.ts";
import { requests } from "../../shared/store/rows/requests.ts";
import { someDeployment, somePerson, someRequest } from "../harness/rows.ts";
import { newPartnership, type Service, startService } from "../harness/service.ts";
import {
  type Partnership,
  previewIn,
  previewRegister,
  problemIn,
  registerText,
  schoolsSeen,
  sendRegister,
  setUp,
} from "./withSchools.ts";

let service: Service;
beforeAll(async () => {
  service = await startService();
});
afterAll(() => service.close());

const get = (account: string, path: string) => service.ask(account, { method: "GET", path });
const post = (account: string, path: string, body?: unknown) =>
  service.ask(account, { method: "POST", path, ...(body === undefined ? {} : { body }) });

const csv = registerText({ schools: 60, seed: 1 });
const lines = csv.trimEnd().split("\r\n");
const changed = csv.replaceAll("Learning Trust 1,", "Renamed Trust 1,");
const urnAt = (line: number): string => lines[line]?.split(",")[0] ?? "";

const fresh = async (): Promise<Partnership> => {
  const partnership = newPartnership(service);
  await setUp(service, partnership.broker);
  return partnership;
};
const withRegister = async () => {
  const partnership = await fresh();
  const made = previewIn(await sendRegister(service, partnership.broker, { csv }));
  return { ...partnership, importId: made.import.importId };
};
const previewed = async (broker: string, text = changed, kind: RegisterKind = "establishments") =>
  previewIn(await previewRegister(service, broker, { csv: text, query: `?kind=${kind}` }));
const statesSeen = async (account: string) =>
  pageOf(z.object({ importId: z.string(), state: z.string() }))
    .parse((await get(account, "/register-imports")).body)
    .items.map(({ state }) => state);
const waiting = async (broker: string) =>
  pageOf(RegisterPreviewSummary).parse((await get(broker, "/register-previews")).body).items;

describe("a preview of a register", () => {
  test("is put in force as it was shown, once, and is told to the broker", async () => {
    const { broker, director } = await withRegister();
    const { import: shown } = await previewed(broker);
    expect((await waiting(broker)).map((each) => each.import.importId)).toEqual([shown.importId]);
    const path = `/register-imports/${shown.importId}`;
    const applied = await post(broker, `${path}/apply`);
    expect([applied.status, previewIn(applied).applied]).toEqual([200, true]);
    expect({ ...previewIn(applied).import, importedAt: "" }).toEqual({ ...shown, importedAt: "" });
    expect((await post(broker, `${path}/apply`)).body).toEqual((await get(broker, path)).body);
    expect(problemIn(await get(director, path))).toMatchObject({ status: 403, code: "forbidden" });
    expect(await statesSeen(director)).toEqual(["in-force", "replaced"]);
    expect(await waiting(broker)).toEqual([]);
    const names = (await schoolsSeen(service, broker)).map(({ trustName }) => trustName ?? "");
    expect(names.some((name) => name.includes("Renamed"))).toBe(true);
  });

  test("is refused once another register is in force, and changes nothing", async () => {
    const { broker } = await withRegister();
    const { import: first } = await previewed(broker);
    await sendRegister(service, broker, { csv: csv.replaceAll("Learning Trust 2,", "Other Trust 2,") });
    const before = await schoolsSeen(service, broker);
    const late = problemIn(await post(broker, `/register-imports/${first.importId}/apply`));
    expect(late).toMatchObject({ status: 409, code: "wrong-state" });
    expect(await schoolsSeen(service, broker)).toEqual(before);
  });

  test("is for brokers alone, of a preview that there is", async () => {
    const { broker, director, importId } = await withRegister();
    for (const action of ["apply", "rollback"]) {
      const path = `/register-imports/${importId}/${action}`;
      expect(problemIn(await post(director, path))).toMatchObject({ status: 403, code: "forbidden" });
      const unknown = await post(broker, `/register-imports/imp_00000000/${action}`);
      expect(problemIn(unknown)).toMatchObject({ status: 404, code: "not-found" });
    }
  });
});

describe("a preview that nobody puts in force", () => {
  test("is removed after two weeks, of which its digest tells; what was ever in force stays", async () => {
    const { broker, importId: first } = await withRegister();
    const rolledBack = previewIn(await sendRegister(service, broker, { csv: changed })).import.importId;
    expect((await post(broker, `/register-imports/${rolledBack}/rollback`)).status).toBe(200);
    const other = csv.replaceAll("Learning Trust 2,", "Other Trust 2,");
    const { import: shown } = await previewed(broker, other);
    const inForce = await schoolsSeen(service, broker);
    await service.advance({ days: 14 });
    await service.fire("fetch");
    expect((await waiting(broker)).map((each) => each.import.importId)).toContain(shown.importId);
    await service.advance({ days: 1 });
    for (const _time of [1, 2]) await service.fire("fetch");
    expect((await waiting(broker)).map((each) => each.import.importId)).toEqual([rolledBack]);
    const gone = previewIn(await get(broker, `/register-imports/${shown.importId}`));
    expect(gone).toMatchObject({ applied: false, changed: [], import: { digest: shown.digest } });
    expect(gone.removedAt).not.toBeNull();
    const late = problemIn(await post(broker, `/register-imports/${shown.importId}/apply`));
    expect([late.code, late.detail]).toEqual(["wrong-state", expect.stringContaining("removed")]);
    expect(await schoolsSeen(service, broker)).toEqual(inForce);
    expect((await post(broker, `/register-imports/${rolledBack}/apply`)).status).toBe(200);
    expect(await schoolsSeen(service, broker)).toHaveLength(60);
    expect((await post(broker, `/register-imports/${rolledBack}/rollback`)).status).toBe(200);
    expect(await statesSeen(broker)).toEqual(["rolled-back", "rolled-back", "in-force"]);
    expect(previewIn(await get(broker, `/register-imports/${first}`)).applied).toBe(true);
  });
});

describe("rolling back", () => {
  test("puts the former register back in force whole, and the file can be taken again", async () => {
    const { broker, director, importId: first } = await withRegister();
    const before = await schoolsSeen(service, broker);
    const { importId } = previewIn(await sendRegister(service, broker, { csv: changed })).import;
    expect(await schoolsSeen(service, broker)).not.toEqual(before);
    const back = await post(broker, `/register-imports/${importId}/rollback`);
    expect([back.status, z.object({ importId: z.string() }).parse(back.body).importId]).toEqual([200, first]);
    expect(await schoolsSeen(service, broker)).toEqual(before);
    expect(await statesSeen(director)).toEqual(["rolled-back", "in-force"]);
    const again = previewIn(await sendRegister(service, broker, { csv: changed })).import;
    expect(again.importId).toBe(importId);
    expect(await statesSeen(director)).toEqual(["in-force", "rolled-back", "replaced"]);
  });

  test("is refused for a register that is not in force, and for the first one", async () => {
    const { broker, importId } = await withRegister();
    const first = problemIn(await post(broker, `/register-imports/${importId}/rollback`));
    expect(first).toMatchObject({ status: 409, code: "wrong-state" });
    await sendRegister(service, broker, { csv: changed });
    const former = problemIn(await post(broker, `/register-imports/${importId}/rollback`));
    expect(former).toMatchObject({ status: 409, code: "wrong-state" });
  });
});

/** Every task of a list, read a task at a time to the last page, once all events have been worked off. */
async function tasksSeen(account: string, query = "?") {
  await service.settle();
  const found: z.output<typeof TaskView>[] = [];
  let cursor = "";
  do {
    const path = `/tasks${query}${query === "?" ? "" : "&"}limit=1${cursor}`;
    const page = pageOf(TaskView).parse((await get(account, path)).body);
    found.push(...page.items);
    cursor = page.nextCursor === null ? "" : `&cursor=${page.nextCursor}`;
  } while (cursor !== "");
  return found;
}

const linkHeader = "URN,LinkURN,LinkName,LinkType,LinkEstablishedDate";
const linksFile = (...rows: readonly string[]): string => `${[linkHeader, ...rows].join("\r\n")}\r\n`;
const successorOf = (line: string, urn: string): string =>
  line.replace(/^\d{6}/, urn).replace(/,[23],(?:Closed|Open, but proposed to close),/, ",1,Open,");
const send = (broker: string, kind: RegisterKind, text: string) =>
  sendRegister(service, broker, { csv: text, query: `?kind=${kind}` });

describe("a school that another continues", () => {
  const openLine = lines.findIndex((line) => line.includes(",1,Open,"));
  const old = urnAt(openLine);
  const successor = "899001";
  const later = [
    ...lines.map((line, at) => (at === openLine ? line.replace(",1,Open,", ",2,Closed,") : line)),
    successorOf(lines[openLine] ?? "", successor),
  ].join("\r\n");

  test("keeps its id under the successor's URN, with both as dated aliases", async () => {
    const { broker, director } = await withRegister();
    const before = (await schoolsSeen(service, broker)).find(({ urn }) => urn === old);
    const told = previewIn(
      await send(broker, "successions", linksFile(`${old},${successor},New,Successor,01-09-2024`)),
    );
    expect(told.import).toMatchObject({ kind: "successions", changed: 1, rowsRead: 1 });
    const followed = previewIn(await sendRegister(service, broker, { csv: later }));
    expect(followed.succeeded).toEqual([
      { schoolId: before?.schoolId, from: old, to: successor, on: "2024-09-01" },
    ]);
    expect([followed.import.added, followed.closed]).toEqual([0, []]);
    const read = await get(director, `/schools/${before?.schoolId}`);
    expect(read.body).toMatchObject({
      urn: successor,
      aliases: [
        { urn: old, to: "2024-09-01" },
        { urn: successor, from: "2024-09-01", to: null },
      ],
      history: [],
    });
  });

  test("shows beside its successor where both are members, and its history under both", async () => {
    const { broker, director, partnershipId } = await fresh();
    await sendRegister(service, broker, { csv: later });
    await send(broker, "successions", linksFile(`${old},${successor},New,Successor,01-09-2024`));
    const schools = await schoolsSeen(service, broker);
    const [from, to] = [old, successor].map((urn) => schools.find((each) => each.urn === urn)?.schoolId);
    expect((await get(broker, `/schools/${from}`)).body).toMatchObject({
      successors: [{ schoolId: to, aliases: [{ urn: successor }] }],
      predecessors: [],
    });
    expect((await get(broker, `/schools/${to}`)).body).toMatchObject({
      successors: [],
      predecessors: [{ schoolId: from, aliases: [{ urn: old }] }],
    });
    const person = somePerson(1, SchoolId.parse(to));
    const request = someRequest(1, SchoolId.parse(from), "2023-09-01");
    const store = service.host.world.storeFor(partnershipId);
    await store.stage(deployments, [someDeployment(request, person)]);
    for (const schoolId of [from, to])
      expect((await get(director, `/schools/${schoolId}`)).body).toMatchObject({
        history: [{ requestId: request.requestId, schoolId: from }],
      });
  });

  test("is a broker's task where the register leaves it open, and follows the decision", async () => {
    const { broker, director } = await withRegister();
    const undated = linksFile(`${old},${successor},New,Successor,`);
    const told = previewIn(await send(broker, "successions", undated));
    expect(told.toDecide).toMatchObject([{ urn: old, reason: "undated" }]);
    const [task, ...others] = await tasksSeen(broker, "?kind=succession");
    expect(others).toEqual([]);
    expect(task).toMatchObject({
      state: "open",
      ageDays: 0,
      evidence: {
        urn: old,
        succession: { choices: [successor], evidence: [{ urn: old, linkUrn: successor, on: null }] },
      },
    });
    const path = `/tasks/${task?.taskId}/settlement`;
    const body = { as: "successors-decided", successorUrns: [successor], reason: "The head says so" };
    expect(problemIn(await post(director, path, body))).toMatchObject({ status: 403 });
    expect(problemIn(await post(broker, path, { ...body, successorUrns: ["100009"] }))).toMatchObject({
      status: 422,
      errors: [{ pointer: "/successorUrns" }],
    });
    const elsewise = problemIn(await post(broker, path, { as: "goes-on", reason: "Let it be" }));
    expect(elsewise).toMatchObject({ code: "wrong-state", errors: [{ pointer: "/as" }] });
    expect((await post(broker, path, body)).body).toMatchObject({ settledAs: "successors-decided" });
    const imports = await statesSeen(broker);
    expect((await post(broker, path, body)).status).toBe(200);
    expect(await statesSeen(broker)).toEqual(imports);
    expect(await tasksSeen(broker)).toEqual([]);
    const other = problemIn(await post(broker, path, { ...body, reason: "Another reason" }));
    expect(other).toMatchObject({ status: 409, code: "wrong-state" });
    const followed = previewIn(await sendRegister(service, broker, { csv: later }));
    expect(followed.succeeded).toMatchObject([{ from: old, to: successor }]);
  });

  test("is a task again once the decision is rolled back, and none once a register makes it plain", async () => {
    const { broker } = await withRegister();
    await send(broker, "successions", linksFile(`${old},${successor},New,Successor,`));
    const [task] = await tasksSeen(broker);
    const body = { as: "successors-decided", successorUrns: [], reason: "Nobody follows" };
    expect((await post(broker, `/tasks/${task?.taskId}/settlement`, body)).status).toBe(200);
    expect(problemIn(await post(broker, `/tasks/${task?.taskId}/reopening`, { reason: "No" }))).toMatchObject(
      {
        status: 422,
      },
    );
    const taken = problemIn(await post(broker, `/tasks/${task?.taskId}/reopening`, { reason: "A mistake" }));
    expect(taken).toMatchObject({ code: "wrong-state", detail: expect.stringContaining("Roll back") });
    const { importId } = z
      .object({ items: z.array(z.object({ importId: z.string(), kind: z.string() })) })
      .parse((await get(broker, "/register-imports")).body)
      .items.find(({ kind }) => kind === "decision") ?? { importId: "" };
    expect((await post(broker, `/register-imports/${importId}/rollback`)).status).toBe(200);
    expect(await tasksSeen(broker)).toMatchObject([{ taskId: task?.taskId, settledAs: null }]);
    await send(broker, "successions", linksFile(`${old},${successor},New,Successor,01-09-2024`));
    expect(await tasksSeen(broker)).toEqual([]);
    expect(await tasksSeen(broker, "?state=settled")).toMatchObject([
      { taskId: task?.taskId, settledAs: "no-longer-so" },
    ]);
  });
});

describe("work at a school that academises", () => {
  test("goes on, becomes tasks of the broker, and its rules are asked again", async () => {
    const { broker, director, partnershipId } = await withRegister();
    const open = (await schoolsSeen(service, broker)).filter(({ status }) => status === "open");
    const [supported, home] = open;
    if (!supported || !home) throw new Error("The register has open schools");
    const store = service.host.world.storeFor(partnershipId);
    const person = somePerson(1, home.schoolId);
    const request = someRequest(1, supported.schoolId, "2026-09-01");
    await store.stage(people, [person]);
    await store.stage(requests, [{ ...request, state: "in-delivery" }]);
    await store.stage(deployments, [someDeployment(request, person)]);
    const academy = "899001";
    await send(broker, "successions", linksFile(`${supported.urn},${academy},New,Successor,01-09-2024`));
    const line = lines.find((each) => each.startsWith(supported.urn)) ?? "";
    const withAcademy = [...lines, successorOf(line, academy)].join("\r\n");
    expect(previewIn(await sendRegister(service, broker, { csv: withAcademy })).succeeded).toHaveLength(1);
    const trust = `URN,Group UID,Group Name,Group Type (code),Joined date\r\n`;
    const both = [academy, home.urn].map((urn) => `${urn},7001,Oakfield Trust,6,01-09-2024\r\n`);
    await send(broker, "memberships", trust + both.join(""));
    expect(problemIn(await get(director, "/tasks"))).toMatchObject({ status: 403 });
    const raised = await tasksSeen(broker);
    const academised = raised.filter(({ evidence }) => evidence.kind === "payer-changed");
    expect(academised).toContainEqual(
      expect.objectContaining({
        evidence: expect.objectContaining({ urnBefore: supported.urn, urnAfter: academy }),
      }),
    );
    const [conflict, ...more] = await tasksSeen(broker, "?kind=conflict");
    expect([conflict?.evidence, more]).toMatchObject([{ conflicts: [{ rule: "same-trust" }] }, []]);
    const read = await get(broker, `/schools/${supported.schoolId}`);
    expect(read.body).toMatchObject({ urn: academy, history: [{ state: "in-delivery" }] });
    const told = (await service.letters()).filter(({ subject }) => subject.includes("what the support"));
    expect(told.length).toBeGreaterThan(0);
    const importId =
      conflict && "importId" in conflict.evidence ? conflict.evidence.importId : "imp_00000000";
    expect((await post(broker, `/register-imports/${importId}/rollback`)).status).toBe(200);
    expect(await tasksSeen(broker, "?kind=conflict")).toEqual([]);
    expect(await tasksSeen(broker, "?kind=conflict&state=settled")).toMatchObject([
      { taskId: conflict?.taskId, settledAs: "no-longer-so" },
    ]);
    expect((await post(broker, `/register-imports/${importId}/apply`)).status).toBe(200);
    expect(await tasksSeen(broker, "?kind=conflict")).toMatchObject([{ taskId: conflict?.taskId }]);
  });
});

describe("files that tell more of schools", () => {
  const groups = (code: string) =>
    `URN,Group UID,Group Name,Group Type (code),Joined date\r\n${urnAt(1)},${code},Oakfield Trust,6,01-09-2019\r\n`;
  const inspections = (category: string) =>
    `URN,Inspection start date,Most recent category of concern,Category of concern\r\n` +
    `${urnAt(1)},02/12/2025,${category},${category}\r\n`;

  test("give dated memberships and a category of concern, which only brokers see", async () => {
    const { broker, director } = await withRegister();
    const joined = previewIn(await send(broker, "memberships", groups("7001")));
    expect(joined.changedTrust).toMatchObject([{ urn: urnAt(1), to: "7001" }]);
    const found = previewIn(await send(broker, "inspections", inspections("SM")));
    expect(found.concerns).toMatchObject([{ urn: urnAt(1), to: { category: "special-measures" } }]);
    const [ours, theirs] = await Promise.all(
      [broker, director].map(async (account) =>
        (await schoolsSeen(service, account)).find(({ urn }) => urn === urnAt(1)),
      ),
    );
    expect(ours).toMatchObject({
      inCategoryOfConcern: true,
      concern: { category: "special-measures", since: "2025-12-02" },
      trustCode: "7001",
    });
    expect(ours?.memberships).toContainEqual({
      kind: "multi-academy-trust",
      code: "7001",
      name: "Oakfield Trust",
      from: "2019-09-01",
      to: null,
    });
    expect([theirs?.concern, theirs?.inCategoryOfConcern, theirs?.judgements]).toEqual([null, null, []]);
  });

  test("are refused before any school is known, and when they are another file or lost rows", async () => {
    const { broker } = await fresh();
    expect(problemIn(await send(broker, "memberships", groups("7001")))).toMatchObject({ status: 409 });
    await sendRegister(service, broker, { csv });
    expect(problemIn(await send(broker, "inspections", groups("7001")))).toMatchObject({
      code: "register-refused",
      errors: [{ row: 1 }],
    });
    const rows = Array.from({ length: 60 }, (_, at) => `${urnAt(at + 1)},899001,New,Successor,01-09-2024`);
    await send(broker, "successions", linksFile(...rows));
    const shrunk = problemIn(await send(broker, "successions", linksFile(...rows.slice(2))));
    expect(shrunk).toMatchObject({ status: 422, code: "register-refused" });
  });
});

describe("the schedule that fetches registers", () => {
  const served = async (answers: (path: string) => string | undefined) => {
    const asked: string[] = [];
    const server = createServer((request, response) => {
      asked.push(request.url ?? "");
      const text = answers(request.url ?? "");
      response.writeHead(text === undefined ? 404 : 200).end(text);
    });
    const origin = `http://127.0.0.1:${await listen(server, { port: 0, purpose: "registers" })}`;
    return { asked, origin, close: () => new Promise((closed) => server.close(closed)) };
  };
  const fetchFrom = (addresses: Partial<Record<RegisterKind, string>>) =>
    fetchFunction({
      ...service.host.world,
      directory: { ...service.host.world.directory, all: async () => ids },
      registerAddresses: addresses,
    })({}, lambdaContext("fetch"));
  let ids: Partnership["partnershipId"][] = [];

  test("asks for yesterday's file, previews it, tells the broker, and puts nothing in force", async () => {
    const { broker, partnershipId } = await withRegister();
    ids = [partnershipId];
    const before = await schoolsSeen(service, broker);
    const { asked, origin, close } = await served(() => changed);
    await fetchFrom({ establishments: `${origin}/edubasealldata{date}.csv` });
    await close();
    const yesterday = new Date(Date.parse(service.host.world.now()) - 86_400_000);
    const written = new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/London" }).format(yesterday);
    expect(asked).toEqual([`/edubasealldata${written.replaceAll("-", "")}.csv`]);
    expect(await schoolsSeen(service, broker)).toEqual(before);
    const [preview] = await waiting(broker);
    expect(preview?.import.changed).toBeGreaterThan(0);
    await service.settle();
    const subjects = (await service.letters()).map(({ subject }) => subject);
    expect(subjects.filter((subject) => subject.includes("waits for your word"))).toHaveLength(1);
    expect((await post(broker, `/register-imports/${preview?.import.importId}/apply`)).status).toBe(200);
  });

  test("previews each kind over the one before it, so that they are put in force one by one", async () => {
    const { broker, partnershipId } = await withRegister();
    ids = [partnershipId];
    const links = linksFile(`${urnAt(1)},899001,New,Successor,01-09-2024`);
    const { origin, close } = await served((path) => (path.includes("links") ? links : changed));
    await fetchFrom({ establishments: `${origin}/all.csv`, successions: `${origin}/links.csv` });
    await close();
    for (const kind of ["successions", "establishments"]) {
      const [preview, ...others] = await waiting(broker);
      expect([preview?.import.kind, others]).toEqual([kind, []]);
      expect((await post(broker, `/register-imports/${preview?.import.importId}/apply`)).status).toBe(200);
    }
  });

  test("reads a path where the address is one, and raises an alarm where nothing is there", async () => {
    const { broker, partnershipId } = await withRegister();
    ids = [partnershipId];
    const folder = mkdtempSync(join(tmpdir(), "area-brokerage-registers-"));
    const path = join(folder, "all.csv");
    writeFileSync(path, changed);
    await fetchFrom({ establishments: pathToFileURL(path).href });
    expect(await waiting(broker)).toMatchObject([{ applied: false, import: { kind: "establishments" } }]);
    rmSync(folder, { recursive: true });
    await expect(fetchFrom({ establishments: pathToFileURL(path).href })).rejects.toThrow(
      "Not every register",
    );
  });

  test("does nothing without an address, and the file in force again brings no preview", async () => {
    const { broker, partnershipId } = await withRegister();
    ids = [partnershipId];
    await fetchFrom({});
    const { origin, close } = await served(() => csv);
    await fetchFrom({ establishments: `${origin}/all.csv` });
    await close();
    expect(await waiting(broker)).toEqual([]);
  });

  test.each([
    ["is not there", undefined],
    ["was cut short", csv.slice(0, -300)],
    ["lost rows", lines.slice(0, -3).join("\r\n")],
    ["is a page of regrets", "<!doctype html><p>Service unavailable</p>"],
  ])("raises an alarm for a file that %s, and the last good register stays", async (_how, answer) => {
    const { broker, partnershipId } = await withRegister();
    ids = [partnershipId];
    const { origin, close } = await served(() => answer);
    await expect(fetchFrom({ establishments: `${origin}/all.csv` })).rejects.toThrow("Not every register");
    await close();
    expect(await waiting(broker)).toEqual([]);
    expect(await schoolsSeen(service, broker)).toHaveLength(60);
  });
});
