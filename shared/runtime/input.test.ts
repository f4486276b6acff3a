import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { type AskedOf, eventOf } from "../../test/store/memoryWorld.ts";
import type { Route } from "../contract/door.ts";
import { bytesOf, readInput } from "./input.ts";

const base = {
  area: "requests",
  method: "POST",
  path: "/things/{thingId}",
  summary: "A thing",
  roles: "public",
  replies: { 200: z.object({}) },
  problems: [],
  audit: null,
} as const satisfies Route;
const withBody = {
  ...base,
  params: z.strictObject({ thingId: z.string().regex(/^t\d+$/) }),
  query: z.strictObject({ limit: z.coerce.number().int().max(9).default(5) }),
  body: z.strictObject({
    name: z.string().max(3),
    parts: z.array(z.strictObject({ "a/b~c": z.int() })).default([]),
  }),
} satisfies Route;
const comparing = {
  ...base,
  body: z.strictObject({ name: z.string(), before: z.string() }),
} satisfies Route;
const withCsv = { ...base, csvBody: true } as const satisfies Route;

const asked = (more: Partial<AskedOf> = {}) =>
  eventOf({ method: "POST", path: "/things/t1", params: { thingId: "t1" }, ...more });
const json = (value: unknown) => asked({ body: JSON.stringify(value) });
const csv = (type: string | undefined, body: Uint8Array) =>
  readInput(withCsv, asked({ body, ...(type === undefined ? {} : { headers: { "content-type": type } }) }));

describe("the input of a door", () => {
  it.each([
    ["half of a surrogate pair", '{"name":"\\ud800"}'],
    ["a control character", '{"name":"\\u0000"}'],
    ["what turns the text after it round", '{"name":"\\u202eeman"}'],
    ["nothing but blanks, seen or not", '{"name":" \\n\\u200b"}'],
    ["what stood in place of bytes that were no UTF-8", '{"name":"\ufffd"}'],
  ])("refuses text that holds %s", (_, body) => {
    expect(readInput(withBody, asked({ body }))).toHaveProperty("problem");
  });

  it("takes what was read as it stands there, whatever texts are kept no more", () => {
    const written = (before: string) => readInput(comparing, json({ name: "New", before }));
    for (const before of ["\u202eeman", "\u0007", " "])
      expect(written(before)).toMatchObject({ body: { name: "New", before } });
    expect(readInput(comparing, json({ name: "\u202eeman", before: "Old" }))).toHaveProperty("problem");
  });

  it("of a body that is nested as deep as it fits is refused", () => {
    const deep = "[".repeat(120_000) + "]".repeat(120_000);
    expect(readInput(withBody, asked({ body: deep }))).toMatchObject({ problem: "invalid-request" });
  });

  it("refuses a text/csv file that was not UTF-8, and says how to send it", () => {
    expect(csv("text/csv", new TextEncoder().encode("Caf\ufffd"))).toMatchObject({
      problem: "not-utf-8",
      detail: expect.stringContaining("application/octet-stream"),
    });
  });

  it("is parsed, with what its schemas fill in", () => {
    expect(readInput(withBody, json({ name: "ab" }))).toEqual({
      params: { thingId: "t1" },
      query: { limit: 5 },
      body: { name: "ab", parts: [] },
    });
  });

  it("is read from base64 as API Gateway sends bytes", () => {
    const event = asked({ body: Buffer.from(JSON.stringify({ name: "é" })) });
    expect(event.isBase64Encoded).toBe(true);
    expect(readInput(withBody, event)).toMatchObject({ body: { name: "é" } });
    expect(bytesOf(event).toString()).toBe('{"name":"é"}');
  });

  it("names every unknown field and every wrong type by a JSON pointer with its signs escaped", () => {
    const read = readInput(withBody, json({ name: 7, extra: 1, other: 2, parts: [{ "a/b~c": "x" }] }));
    expect(read).toMatchObject({ problem: "invalid-request" });
    const { errors } = z.object({ errors: z.array(z.looseObject({ pointer: z.string() })) }).parse(read);
    expect(errors.map((each) => each.pointer).toSorted()).toEqual([
      "/extra",
      "/name",
      "/other",
      "/parts/0/a~1b~0c",
    ]);
    expect(errors.find((each) => each.pointer === "/extra")).toEqual({
      detail: "There is no such field",
      pointer: "/extra",
    });
  });

  it("says of whatever was not given that it is needed, also of one word out of some", () => {
    const words = { ...base, body: z.strictObject({ mode: z.enum(["a", "b"]), name: z.string() }) };
    const missing = readInput(words, json({}));
    const detail = "This is needed and was not given";
    expect(missing).toMatchObject({
      errors: [
        { detail, pointer: "/mode" },
        { detail, pointer: "/name" },
      ],
    });
    const other = readInput(words, json({ mode: "c", name: "x" }));
    expect(other).toMatchObject({ errors: [{ detail: expect.stringContaining('"a"'), pointer: "/mode" }] });
  });

  it("names faults of body and query together, those of the query by their parameter", () => {
    const event = asked({ query: { limit: "10", page: "2" }, body: JSON.stringify({}) });
    expect(readInput(withBody, event)).toMatchObject({
      problem: "invalid-request",
      errors: [{ parameter: "limit" }, { parameter: "page" }, { pointer: "/name" }],
    });
  });

  it("at an address that cannot exist is answered as one that does not", () => {
    const read = readInput(withBody, asked({ params: { thingId: "../etc" }, body: "not even JSON" }));
    expect(read).toEqual({ problem: "not-found", detail: "No such address." });
  });

  it.each([
    ["no body at all", undefined],
    ["an empty body", ""],
    ["half a body", '{"name":'],
    ["a word", "name"],
  ])("with %s where JSON is wanted is not JSON, and is not repeated in the answer", (_, body) => {
    const read = readInput(withBody, asked(body === undefined ? {} : { body }));
    expect(read).toMatchObject({ problem: "not-json" });
    expect(JSON.stringify(read)).not.toContain('"name');
  });

  it("of bytes that are not UTF-8 says so", () => {
    const body = Uint8Array.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d]);
    expect(readInput(withBody, asked({ body }))).toMatchObject({ problem: "not-utf-8" });
  });

  it("of more than 256 KiB is too large, counted in bytes and not in signs", () => {
    const within = JSON.stringify({ name: "é".repeat(131_000) });
    expect(Buffer.byteLength(within)).toBeLessThan(256 * 1024);
    expect(readInput(withBody, asked({ body: within }))).toMatchObject({ problem: "invalid-request" });
    const beyond = JSON.stringify({ name: "é".repeat(132_000) });
    expect(readInput(withBody, asked({ body: beyond }))).toMatchObject({ problem: "body-too-large" });
  });

  it.each(["text/plain", "application/xml", "application/json-seq", "multipart/form-data; boundary=x"])(
    "of type %s is not taken where JSON is wanted",
    (type) => {
      const event = asked({ body: '{"name":"ab"}', headers: { "content-type": type } });
      expect(readInput(withBody, event)).toMatchObject({ problem: "unsupported-media-type" });
    },
  );

  it.each(["application/json", "APPLICATION/JSON; charset=utf-8"])("of type %s is JSON", (type) => {
    const event = asked({ body: '{"name":"ab"}', headers: { "content-type": type } });
    expect(readInput(withBody, event)).toMatchObject({ body: { name: "ab" } });
  });

  it("is handed over as bytes where the door takes a file", () => {
    const bytes = Uint8Array.from([0xe9, 0x2c, 0x0a]);
    expect(csv("text/csv; charset=iso-8859-1", bytes)).toMatchObject({ body: bytes });
    expect(csv("application/octet-stream", bytes)).toMatchObject({ body: bytes });
    expect(csv("application/json", bytes)).toMatchObject({ problem: "unsupported-media-type" });
    expect(csv(undefined, bytes)).toMatchObject({ problem: "unsupported-media-type" });
    const beyond = new Uint8Array(5 * 1024 * 1024 + 1);
    expect(csv("text/csv", beyond)).toMatchObject({ problem: "body-too-large" });
  });

  it("with a body where none is taken is refused, but for an empty object", () => {
    expect(readInput(base, asked({ body: "{}" }))).toMatchObject({ body: undefined });
    expect(readInput(base, asked())).toMatchObject({ body: undefined });
    expect(readInput(base, asked({ body: '{"a":1}' }))).toMatchObject({ problem: "invalid-request" });
  });

  it("never raises, whatever it is", () => {
    const words = fc.dictionary(fc.string(), fc.string(), { maxKeys: 3 });
    const anyAsked = fc.record({
      params: words,
      query: words,
      headers: fc.record({ "content-type": fc.oneof(fc.string(), fc.constant("application/json")) }),
      body: fc.oneof(
        fc.string({ unit: "binary" }),
        fc.uint8Array(),
        fc.json(),
        fc.constant("[".repeat(9999)),
      ),
    });
    fc.assert(
      fc.property(anyAsked, fc.constantFrom(withBody, withCsv, base), (more, route) => {
        const read: unknown = readInput(route, asked(more));
        expect(typeof read).toBe("object");
      }),
    );
  });

  it("of any JSON is either parsed or refused as invalid", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const read: object = readInput(withBody, json(value));
        if (!("problem" in read)) return;
        expect(read.problem).toBe("invalid-request");
      }),
    );
  });
});
