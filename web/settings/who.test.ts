import { expect, test } from "vitest";
import { whoIn } from "./who.ts";

test("a reader is told of their own steps as theirs, and of others by what they are", () => {
  const told = (["broker", "service"] as const).map((role) => whoIn({ role, account: "b-2" }, "b-1"));
  expect(told).toEqual(["A broker, signed in as b-2", "The service"]);
  expect(whoIn({ role: "broker", account: "b-1" }, "b-1")).toBe("You");
});
