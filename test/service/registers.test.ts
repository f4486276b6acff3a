import { describe, expect, test } from "vitest";
import * as z from "zod";
import { previewIn, problemIn, schoolsSeen, sendRegister } from "./withSchools.ts";
import { changed, csv, groundForRegisters, linksFile, urnAt } from "./groundForRegisters.ts";

const { service, get, post, fresh, withRegister, previewed, send, statesSeen, waiting } =
  await groundForRegisters();

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
