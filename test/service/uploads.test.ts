import { request } from "node:http";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type * as z from "zod";
import { RegisterUploadAsked, RegisterUploadView } from "../../shared/contract/routes/uploads.ts";
import { pageOf } from "../../shared/contract/routes/views.ts";
import { auditOf } from "../../shared/store/rows/trail.ts";
import { newPartnership, type Service, startService } from "../harness/service.ts";
import {
  type Partnership,
  previewIn,
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

const fresh = async (): Promise<Partnership> => {
  const partnership = newPartnership(service);
  await setUp(service, partnership.broker);
  return partnership;
};
const get = (account: string, path: string) => service.ask(account, { method: "GET", path });
const ask = (account: string, body: unknown, key?: string) =>
  service.ask(account, {
    method: "POST",
    path: "/register-uploads",
    body,
    ...(key === undefined ? {} : { headers: { "idempotency-key": key } }),
  });
const asked = async (broker: string, bytes: Uint8Array, more: object = {}) =>
  RegisterUploadAsked.parse(
    (await ask(broker, { fileName: "a.csv", sizeBytes: bytes.length, ...more })).body,
  );
type Asked = z.output<typeof RegisterUploadAsked>;

/** Sends the bytes as the address asks for, or otherwise, and answers the status. */
async function put(
  { send }: Asked,
  body: Uint8Array<ArrayBuffer>,
  other: Record<string, string> = {},
): Promise<number> {
  const { "content-length": _length, ...headers } = send.headers;
  return (await fetch(send.url, { method: send.method, headers: { ...headers, ...other }, body })).status;
}

const viewOf = async (account: string, { uploadId }: Asked) =>
  RegisterUploadView.parse((await get(account, `/register-uploads/${uploadId}`)).body);

/** Sends a file and answers what became of it. */
async function upload(broker: string, bytes: Uint8Array<ArrayBuffer>, more: object = {}) {
  const given = await asked(broker, bytes, more);
  expect(await put(given, bytes)).toBe(200);
  await service.settle();
  return viewOf(broker, given);
}

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
      expect.stringContaining(`/register-uploads/${given.uploadId}`),
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

describe("an address to send a file to", () => {
  const bytes = new TextEncoder().encode(area);

  test("takes one file, of the size that was said, and nothing that was not signed for", async () => {
    const { broker } = await fresh();
    const given = await asked(broker, bytes);
    expect(await put(given, bytes.slice(1))).toBe(403);
    expect(await put(given, new Uint8Array([...bytes, 10]))).toBe(403);
    expect(await put(given, bytes, { "if-none-match": "" })).toBe(403);
    const other = await asked(broker, bytes);
    const moved = {
      ...given,
      send: { ...given.send, url: given.send.url.replace(given.uploadId, other.uploadId) },
    };
    expect(await put(moved, bytes)).toBe(403);
    const longer = {
      ...given,
      send: { ...given.send, url: given.send.url.replace("Expires=900", "Expires=9000") },
    };
    expect(await put(longer, bytes)).toBe(403);
    expect((await fetch(given.send.url)).status).toBe(403);
    expect(await viewOf(broker, given)).toMatchObject({ state: "waiting" });
    expect(await put(given, bytes)).toBe(200);
    expect(await put(given, bytes)).toBe(412);
    await service.settle();
    expect(await viewOf(broker, given)).toMatchObject({ state: "previewed" });
  });

  test("takes nothing after its time, of which the upload tells", async () => {
    const { broker } = await fresh();
    const given = await asked(broker, bytes);
    await service.advance({ hours: 1 });
    expect(await put(given, bytes)).toBe(403);
    expect(await viewOf(broker, given)).toMatchObject({ state: "expired" });
  });

  test("keeps nothing of a file that breaks off, and takes it again", async () => {
    const { broker } = await fresh();
    const given = await asked(broker, bytes);
    const { url, method, headers } = given.send;
    const sending = request(url, { method, headers });
    const gone = new Promise((failed) => sending.once("error", failed));
    await new Promise<void>((flushed) => void sending.write(bytes.slice(0, 100), () => flushed()));
    sending.destroy(new Error("The line went down"));
    await gone;
    expect(await put(given, bytes)).toBe(200);
  });

  test("is the same for the same Idempotency-Key, and refused for another file under it", async () => {
    const { broker } = await fresh();
    const body = { fileName: "all.csv", sizeBytes: bytes.length };
    const [one, again] = [await ask(broker, body, "key-1"), await ask(broker, body, "key-1")];
    expect([one.status, again.body]).toEqual([201, one.body]);
    const other = problemIn(await ask(broker, { ...body, sizeBytes: 1 }, "key-1"));
    expect(other.code).toBe("idempotency-key-reused");
  });

  test("is given for no file that is empty, too large, or of an area that there is not", async () => {
    const { broker } = await fresh();
    const body = { fileName: "all.csv", sizeBytes: bytes.length };
    const faultOf = async (more: object) => {
      const { status, errors } = problemIn(await ask(broker, { ...body, ...more }));
      return [status, errors[0]?.pointer];
    };
    expect(await faultOf({ sizeBytes: 0 })).toEqual([422, "/sizeBytes"]);
    expect(await faultOf({ sizeBytes: 2 ** 28 + 1 })).toEqual([422, "/sizeBytes"]);
    expect(await faultOf({ area: "Nowhere" })).toEqual([422, "/area"]);
    expect(await faultOf({ kind: "decision" })).toEqual([422, "/kind"]);
    const unset = newPartnership(service).broker;
    expect(problemIn(await ask(unset, body))).toMatchObject({ status: 404 });
  });
});

/** The uploads that a broker sees, newest first, read one at a time to the last page. */
async function uploadsSeen(broker: string) {
  const seen: string[] = [];
  let cursor = "";
  do {
    const answer = await get(broker, `/register-uploads?limit=1${cursor}`);
    const page = pageOf(RegisterUploadView).parse(answer.body);
    seen.push(...page.items.map(({ uploadId }) => uploadId));
    cursor = page.nextCursor === null ? "" : `&cursor=${page.nextCursor}`;
  } while (cursor !== "");
  return seen;
}

test("uploads are seen by brokers of their own partnership alone, newest first", async () => {
  const [ours, theirs] = [await fresh(), await fresh()];
  const given: string[] = [];
  for (const _file of [1, 2, 3]) {
    given.push((await asked(ours.broker, new TextEncoder().encode(area))).uploadId);
    // Of two that are asked for within a millisecond, either may come first.
    await new Promise((wake) => setTimeout(wake, 2));
  }
  expect(await uploadsSeen(ours.broker)).toEqual(given.toReversed());
  expect(await uploadsSeen(theirs.broker)).toEqual([]);
  const path = `/register-uploads/${given[0]}`;
  expect(problemIn(await get(theirs.broker, path))).toMatchObject({ status: 404 });
  for (const each of [path, "/register-uploads"])
    expect(problemIn(await get(ours.director, each))).toMatchObject({ status: 403 });
});

test("nothing that was sent here went wrong on the service's side", () => {
  expect(service.errors).toEqual([]);
});
