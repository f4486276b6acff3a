import { expect, test } from "vitest";
import { textField } from "./fields.ts";
import { chosenAct, errorSummary, type Form } from "./form.ts";
import type { Trouble } from "./visit.ts";

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

const formWithFaults = (faults: Trouble["faults"]): [Trouble, Form] => {
  const trouble = { status: 422, detail: "Not taken.", faults };
  const form = { name: "note", address: "/", formToken: "", typed: undefined, trouble, labels: new Map() };
  return [trouble, form];
};

test("a fault at the top of a page says which field it is about, and leads there", () => {
  const [trouble, form] = formWithFaults([{ field: "actions/0", detail: "Write at least 3 characters" }]);
  textField(form, { name: "actions", label: "What was agreed?" });
  expect(errorSummary(trouble, [form])?.markup).toContain(
    '<a href="#note-actions">What was agreed: Write at least 3 characters</a>',
  );
});

test("faults stand in the order of their fields, one of each, after those of none", () => {
  const [trouble, form] = formWithFaults([
    { field: "days", detail: "Give a number of at least 0.5" },
    { field: "focus", detail: "Write something here" },
    { field: "days", detail: "Give whole or half days" },
    { field: undefined, detail: "Row 2: Give a number" },
    { field: undefined, detail: "Row 3: Give a number" },
  ]);
  for (const name of ["focus", "days"]) textField(form, { name, label: name });
  const lines = errorSummary(trouble, [form])?.markup.matchAll(/<li>(?:<a [^>]*>)?([^<]*)/g) ?? [];
  expect([...lines].map(([, line]) => line)).toEqual([
    "Row 2: Give a number",
    "Row 3: Give a number",
    "focus: Write something here",
    "days: Give a number of at least 0.5",
  ]);
});
