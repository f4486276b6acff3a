import { describe, expect, test } from "vitest";
import * as z from "zod";
import { SchoolId } from "../../shared/domain/ids.ts";
import { deployments } from "../../shared/store/rows/deployments.ts";
import { people } from "../../shared/store/rows/people.ts";
import { requests } from "../../shared/store/rows/requests.ts";
import { someDeployment, somePerson, someRequest } from "../harness/rows.ts";
import { previewIn, problemIn, schoolsSeen, sendRegister } from "./withSchools.ts";
import { groundForRegisters, lines, linksFile, urnAt } from "./groundForRegisters.ts";

const { service, get, post, fresh, withRegister, send, statesSeen, tasksSeen } = await groundForRegisters();

const successorOf = (line: string, urn: string): string =>
  line.replace(/^\d{6}/, urn).replace(/,[23],(?:Closed|Open, but proposed to close),/, ",1,Open,");

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
    for (const other of [{ reason: "Another reason" }, { successorUrns: [] }])
      expect(problemIn(await post(broker, path, { ...body, ...other }))).toMatchObject({
        status: 409,
        code: "wrong-state",
      });
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
    expect(await tasksSeen(broker)).toMatchObject([
      { taskId: task?.taskId, settledAs: null, evidence: { succession: { decision: null } } },
    ]);
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
