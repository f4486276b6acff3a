import { expect, test } from "vitest";
import { originSecretsOf } from "./edge.ts";

test("the environment holds the present secret, the one before it while it is turned, or none on one machine", () => {
  expect(originSecretsOf({ ORIGIN_SECRET: "now", FORMER_ORIGIN_SECRET: "before" })).toEqual([
    "now",
    "before",
  ]);
  expect(originSecretsOf({ ORIGIN_SECRET: "now", FORMER_ORIGIN_SECRET: "" })).toEqual(["now"]);
  expect(originSecretsOf({})).toEqual([]);
});
