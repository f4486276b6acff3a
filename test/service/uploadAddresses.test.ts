import { request } from "node:http";
import { describe, expect, test } from "vitest";
import { RegisterUploadView } from "../../shared/contract/routes/uploads.ts";
import { pageOf } from "../../shared/contract/routes/views.ts";
import { newPartnership } from "../harness/service.ts";
import { serviceForTests } from "../harness/serviceForTests.ts";
import { put, uploading } from "./uploading.ts";
import { problemIn, registerText } from "./withSchools.ts";

const service = await serviceForTests();
const { get, ask, asked, viewOf, fresh } = uploading(service);

const bytes = new TextEncoder().encode(registerText({ schools: 60, seed: 1 }));

describe("an address to send a file to", () => {
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
    given.push((await asked(ours.broker, bytes)).uploadId);
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
