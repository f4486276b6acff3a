import { expect, test } from "vitest";
import { textField } from "./fields.ts";
import { chosenAct, errorSummary, type Form } from "./form.ts";

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

test("a fault at the top of a page says which field it is about, and leads there", () => {
  const fault = { field: "actions/0", detail: "Write at least 3 characters" };
  const trouble = { status: 422, detail: "Not taken.", faults: [fault] };
  const form: Form = {
    name: "note",
    address: "/",
    formToken: "",
    typed: undefined,
    trouble,
    labels: new Map(),
  };
  textField(form, { name: "actions", label: "What was agreed?" });
  expect(errorSummary(trouble, [form])?.markup).toContain(
    '<a href="#note-actions">What was agreed: Write at least 3 characters</a>',
  );
});
