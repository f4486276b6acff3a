import { describe, expect, test } from "vitest";
import { auditOf } from "../../shared/store/rows/trail.ts";
import { serviceForTests } from "../harness/serviceForTests.ts";
import { put, uploading } from "./uploading.ts";
import { previewIn, registerText, schoolsSeen, sendRegister } from "./withSchools.ts";

const service = await serviceForTests();
const { get, asked, viewOf, fresh, upload } = uploading(service);

const area = registerText({ schools: 60, seed: 1 });
const lines = area.trimEnd().split("\r\n");
const urnAt = (line: number): string => lines[line]?.split(",")[0] ?? "";

/** The area's schools among those of another authority, in a file that no request's body could hold. */
const national = (of = area): Uint8Array<ArrayBuffer> => {
  const elsewhere = Array.from({ length: 11_000 }, (_, at) =>
    (lines[1 + (at % 60)] ?? "").replace(/^\d{6},373,Sheffield/, `${200_000 + at},380,Bradford`),
  );
  return new TextEncoder().encode(`${of.trimEnd()}\r\n${elsewhere.join("\r\n")}\r\n`);
};

const lettersOn = async (subject: string) =>
  (await service.letters()).filter((letter) => letter.subject.includes(subject));

describe("a register file that is too large for a body", () => {
  test("is sent to an address of its own, previewed, told of, and put in force as it was shown", async () => {
    const { broker, partnershipId } = await fresh();
    const bytes = national();
    expect(bytes.length).toBeGreaterThan(4 * 1024 * 1024);
    const body = await service.ask(broker, { method: "POST", path: "/register-imports", csv: bytes });
    expect(body.status).toBe(413);
    const before = (await lettersOn("waits for your word")).length;
    const given = await asked(broker, bytes);
    expect(await viewOf(broker, given)).toMatchObject({
      state: "waiting",
      area: "Sheffield",
      importId: null,
    });
    expect(await put(given, bytes)).toBe(200);
    await service.settle();
    const seen = await viewOf(broker, given);
    expect(seen).toMatchObject({ state: "previewed", refusal: null });
    const preview = previewIn(await get(broker, `/register-imports/${seen.importId}`));
    expect(preview.import).toMatchObject({
      digest: seen.digest,
      rowsRead: 11_060,
      schoolsRead: 60,
      added: 60,
    });
    const letters = await lettersOn("waits for your word");
    expect(letters.slice(before).map(({ text }) => text)).toEqual([
      expect.stringMatching(/^https?:\/\/[^/\s]+\/$/m),
    ]);
    const applied = await service.ask(broker, {
      method: "POST",
      path: `/register-imports/${seen.importId}/apply`,
    });
    expect(applied.status).toBe(200);
    expect(await schoolsSeen(service, broker)).toHaveLength(60);
    const trail = await service.host.world.storeFor(partnershipId).all(auditOf("partnership"));
    expect(trail.map(({ action }) => action)).toEqual([
      "partnership-set",
      "register-upload-asked",
      "register-upload-previewed",
      "register-imported",
    ]);
    expect(JSON.stringify(trail)).not.toContain("a.csv");
  });

  test("gives the same preview when it comes again, and its own once it is in force", async () => {
    const { broker } = await fresh();
    const bytes = national();
    const first = await upload(broker, bytes);
    expect((await upload(broker, bytes)).importId).toBe(first.importId);
    const path = `/register-imports/${first.importId}/apply`;
    expect((await service.ask(broker, { method: "POST", path })).status).toBe(200);
    const before = (await lettersOn("waits for your word")).length;
    expect((await upload(broker, bytes)).importId).toBe(first.importId);
    expect(await lettersOn("waits for your word")).toHaveLength(before);
  });

  test("is refused with the reason when it is cut, lost rows or is another file, and nothing changes", async () => {
    const { broker } = await fresh();
    const whole = national();
    const good = await upload(broker, whole);
    await service.ask(broker, { method: "POST", path: `/register-imports/${good.importId}/apply` });
    const schools = await schoolsSeen(service, broker);
    const before = (await lettersOn("was uploaded was refused")).length;
    const cut = await upload(broker, whole.slice(0, -300));
    expect(cut.refusal).toMatchObject({ problem: "register-refused", errors: [{ row: 11_061 }] });
    const shrunk = await upload(broker, national(lines.slice(0, -3).join("\r\n")));
    expect(shrunk.refusal?.detail).toContain("cut short");
    const page = await upload(broker, new TextEncoder().encode("<!doctype html><p>Unavailable</p>"));
    expect(page).toMatchObject({ state: "refused", importId: null });
    expect(page.refusal?.errors[0]).toMatchObject({ row: 1 });
    expect(await lettersOn("was uploaded was refused")).toHaveLength(before + 3);
    expect(await schoolsSeen(service, broker)).toEqual(schools);
  });
});

describe("every kind of register file", () => {
  const first = (urn: string) =>
    new TextEncoder().encode(
      `URN,Group UID,Group Name,Group Type (code),Joined date\r\n${urn},7001,Oakfield Trust,6,01-09-2019\r\n`,
    );
  const files: readonly (readonly [string, () => Uint8Array<ArrayBuffer>])[] = [
    ["memberships", () => first(urnAt(1))],
    [
      "groups",
      () =>
        new TextEncoder().encode(
          `Group UID,Group Name,Group Type (code),Group Status (code),Closed Date\r\n7001,Oakfield Trust,6,1,\r\n`,
        ),
    ],
    [
      "successions",
      () =>
        new TextEncoder().encode(
          `URN,LinkURN,LinkName,LinkType,LinkEstablishedDate\r\n${urnAt(1)},899001,New,Successor,01-09-2024\r\n`,
        ),
    ],
    [
      "inspections",
      () =>
        new TextEncoder().encode(
          `URN,Inspection start date,Most recent category of concern,Category of concern\r\n` +
            `${urnAt(1)},02/12/2025,SM,SM\r\n`,
        ),
    ],
  ];

  test("goes through the same door, once schools are known", async () => {
    const { broker } = await fresh();
    const early = await upload(broker, first(urnAt(1)), { kind: "memberships" });
    expect(early.refusal).toMatchObject({ problem: "wrong-state" });
    await sendRegister(service, broker, { csv: area });
    for (const [kind, made] of files) {
      const seen = await upload(broker, made(), { kind });
      expect(seen).toMatchObject({ kind, area: null, state: "previewed" });
      const preview = previewIn(await get(broker, `/register-imports/${seen.importId}`));
      expect(preview.import).toMatchObject({ kind, rowsRead: 1 });
    }
  });
});
