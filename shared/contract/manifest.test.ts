import { expect, test } from "vitest";
import type { Route } from "./door.ts";
import { routes } from "./manifest.ts";

const posts = Object.entries<Route>(routes).filter(([, { method }]) => method === "POST");
const creating = posts.filter(([, { replies }]) => 201 in replies || 202 in replies);

test("every POST that makes something takes an Idempotency-Key, so that a repeat makes it once", () => {
  const others = creating.filter(([, { idempotent }]) => !idempotent).map(([name]) => name);
  expect(creating.length).toBeGreaterThan(0);
  expect(others).toEqual([]);
});

test("every door that takes an Idempotency-Key says that one may not be used for something else", () => {
  const silent = posts.filter(
    ([, { idempotent, problems }]) => idempotent === true && !problems.includes("idempotency-key-reused"),
  );
  expect(silent.map(([name]) => name)).toEqual([]);
});
