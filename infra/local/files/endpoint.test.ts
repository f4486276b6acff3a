import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  GetObjectCommand,
  HeadObjectCommand,
  NotFound,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
} from "@aws-sdk/client-s3";
import { getSignedUrl } from "@aws-sdk/s3-request-presigner";
import { afterAll, expect, test } from "vitest";
import { startFileEndpoint } from "./endpoint.ts";

const root = mkdtempSync(join(tmpdir(), "area-brokerage-files-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const credentials = { accessKeyId: "local", secretAccessKey: "local" };
const at = new Date("2026-09-01T08:00:00.000Z");
const Bucket = "uploads";
const Key = "par_00000001/upl_00000001";
const Body = new TextEncoder().encode("URN,Name\r\n100000,Éa\r\n");

/** The endpoint over a folder, with a client of the SDK's own, which signs by itself. */
async function started(folder = mkdtempSync(join(root, "data-")), now = at) {
  const told: string[] = [];
  const errors: unknown[] = [];
  const { endpoint, close } = await startFileEndpoint({
    folder,
    bucket: Bucket,
    port: 0,
    now: () => now,
    credentials,
    tell: async (bucket, key) => void told.push(`${bucket}/${key}`),
    onError: (error) => void errors.push(error),
  });
  const clientWith = (secretAccessKey: string) =>
    new S3Client({
      region: "eu-west-2",
      endpoint,
      forcePathStyle: true,
      credentials: { ...credentials, secretAccessKey },
      requestChecksumCalculation: "WHEN_REQUIRED",
    });
  const client = clientWith(credentials.secretAccessKey);
  const put = () => client.send(new PutObjectCommand({ Bucket, Key, Body, IfNoneMatch: "*" }));
  return { folder, told, errors, endpoint, close, client, clientWith, put };
}

const nameOf = (error: unknown): string => (error instanceof S3ServiceException ? error.name : "");

test("a file is put once by whoever signs, told of, and read as it was", async () => {
  const { client, put, told, errors, close } = await started();
  await put();
  await expect(put()).rejects.toSatisfy((error) => nameOf(error) === "PreconditionFailed");
  expect(told).toEqual([`${Bucket}/${Key}`]);
  const { Body: found } = await client.send(new GetObjectCommand({ Bucket, Key }));
  expect(await found?.transformToByteArray()).toEqual(Body);
  expect(await client.send(new HeadObjectCommand({ Bucket, Key }))).toMatchObject({
    ContentLength: Body.length,
  });
  const absent = client.send(new HeadObjectCommand({ Bucket, Key: "par_00000001/upl_00000002" }));
  await expect(absent).rejects.toBeInstanceOf(NotFound);
  expect(errors).toEqual([]);
  await close();
});

test("nothing is taken or shown that another key signed, nor of another bucket or by a path upwards", async () => {
  const { clientWith, client, put, endpoint, close } = await started();
  await put();
  for (const command of [new HeadObjectCommand({ Bucket, Key }), new GetObjectCommand({ Bucket, Key })])
    await expect(clientWith("another").send(command)).rejects.toSatisfy(
      (error) => error instanceof S3ServiceException && error.$metadata.httpStatusCode === 403,
    );
  expect((await fetch(`${endpoint}/${Bucket}/${Key}`)).status).toBe(403);
  for (const [bucket, key] of [
    ["others", Key],
    [Bucket, "../uploads/par_00000001/upl_00000001"],
  ] as const)
    await expect(client.send(new GetObjectCommand({ Bucket: bucket, Key: key }))).rejects.toBeInstanceOf(
      S3ServiceException,
    );
  await close();
});

test("an address holds until its time by the clock that can be moved, and no longer", async () => {
  const early = await started();
  const late = await started(early.folder, new Date(at.getTime() + 61_000));
  for (const [{ client, close }, status] of [
    [early, 200],
    [late, 403],
  ] as const) {
    const command = new PutObjectCommand({ Bucket, Key, ContentLength: Body.length, IfNoneMatch: "*" });
    const url = await getSignedUrl(client, command, { expiresIn: 60, signingDate: at });
    const sent = await fetch(url, { method: "PUT", headers: { "if-none-match": "*" }, body: Body });
    expect(sent.status).toBe(status);
    await close();
  }
});

test("what was kept is told of again at the next start, and what is old or broke off is removed", async () => {
  const first = await started();
  await first.put();
  await first.close();
  const of = join(first.folder, Bucket, "par_00000002");
  mkdirSync(of);
  writeFileSync(join(of, "upl_00000003"), "old");
  const weeksAgo = Date.now() / 1000 - 16 * 86_400;
  utimesSync(join(of, "upl_00000003"), weeksAgo, weeksAgo);
  writeFileSync(join(of, "upl_00000004.x.partial"), "half");
  const again = await started(first.folder);
  expect(again.told).toEqual([`${Bucket}/${Key}`]);
  expect(readdirSync(of)).toEqual([]);
  await again.close();
});
