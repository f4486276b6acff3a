import { expect, test } from "vitest";
import { failedItems } from "./batchResponse.ts";

const items = ["a", "b", "c"];
const failures = (...itemIdentifiers: unknown[]) => ({
  batchItemFailures: itemIdentifiers.map((itemIdentifier) => ({ itemIdentifier })),
});

test.for([undefined, null, {}, { batchItemFailures: null }, { batchItemFailures: [] }])(
  "%j means that nothing failed",
  (response) => {
    expect(failedItems(response, items)).toEqual(new Set());
  },
);

test("named items failed and the others did not", () => {
  expect(failedItems(failures("b", "c"), items)).toEqual(new Set(["b", "c"]));
});

test.for([
  failures("z"),
  failures("a", "z"),
  failures(""),
  failures(null),
  { batchItemFailures: [{ id: "a" }] },
  { batchItemFailures: "a" },
  "a",
])("%j fails the whole batch", (response) => {
  expect(failedItems(response, items)).toEqual(new Set(items));
});
