import { expect, test } from "vitest";
import { chosenAct } from "./form.ts";

const acts = { save: "saves" };

test.each(["constructor", "toString", "__proto__", "", "send"])(
  "a form that says %j asks for nothing that the page does",
  (sent) => {
    expect(chosenAct(acts, new URLSearchParams({ do: sent }))).toBeUndefined();
  },
);

test("a form asks for what it names, and one that names nothing for nothing", () => {
  expect(chosenAct(acts, new URLSearchParams({ do: "save" }))).toBe("saves");
  expect(chosenAct(acts, new URLSearchParams())).toBeUndefined();
});
