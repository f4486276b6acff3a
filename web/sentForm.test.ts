import { expect, test } from "vitest";
import { fileIn, sentForm } from "./sentForm.ts";
import { eventOf } from "./testEvent.ts";

const multipart = async (form: FormData) => {
  const sent = new Request("https://pages.example", { method: "POST", body: form });
  return {
    ...eventOf("POST"),
    headers: { "content-type": sent.headers.get("content-type") ?? "" },
    body: Buffer.from(await sent.arrayBuffer()).toString("base64"),
    isBase64Encoded: true,
  };
};

test("a file comes out of a form to the byte, beside what was typed", async () => {
  const bytes = Uint8Array.from({ length: 256 }, (_, index) => index);
  const form = new FormData();
  form.append("do", "check");
  form.append("file", new Blob([bytes]), "every-byte.csv");
  const read = await sentForm(await multipart(form));
  expect(read.get("do")).toBe("check");
  expect([...(fileIn(read, "file") ?? [])]).toEqual([...bytes]);
});

test("no file was chosen where its field is empty or missing", async () => {
  const form = new FormData();
  form.append("file", new Blob([]), "");
  expect(fileIn(await sentForm(await multipart(form)), "file")).toBeUndefined();
  expect(fileIn(await sentForm(eventOf("POST", { do: "check" })), "file")).toBeUndefined();
});

test("nothing is taken of a form that cannot be read", async () => {
  const headers = { "content-type": "multipart/form-data; boundary=none" };
  expect([...(await sentForm({ ...eventOf("POST"), headers, body: "no parts" }))]).toEqual([]);
});
