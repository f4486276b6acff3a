import { type RegisterKind, registerKinds } from "../../shared/domain/schools/registerImport.ts";
import { fileField, selectField } from "../fields.ts";
import { button, type Form, typed, uploadWith } from "../form.ts";
import { html, type Html } from "../html.ts";
import { fileIn } from "../sentForm.ts";
import { attempt, type Ending, type Trouble, troubleOf, type Visit } from "../visit.ts";
import { kindsInWords } from "./words.ts";

/** Base64 of it, in the form and around it, is still within what a function on AWS is handed. */
const mostMebibytes = 3;

const refusedFile = (detail: string): Trouble => ({
  status: 422,
  detail: "Nothing was read.",
  faults: [{ field: "file", detail }],
});

/** The form with which a register file is sent to be looked at. */
export const sendForm = (form: Form): Html =>
  html`<p>
      Registers are fetched each night where that is set up. A file of your own is only looked at first:
      nothing of it is in force before you have seen what it changes.
    </p>
    ${uploadWith(
      form,
      [
        selectField(
          form,
          { name: "kind", label: "What the file tells of" },
          registerKinds.map((kind) => [kind, kindsInWords[kind]]),
        ),
        fileField(
          form,
          {
            name: "file",
            label: "Register file",
            hint: `The register's own CSV, at most ${mostMebibytes} MiB. Of a larger one, keep your area's rows.`,
          },
          ".csv,text/csv",
        ),
      ],
      button("See what it would change"),
    )}`;

const isKind = (kind: string): kind is RegisterKind => registerKinds.some((each) => each === kind);

/** Reads the file that was sent, and leads to what it would change. */
export async function sendRegister(visit: Visit): Promise<Ending | Trouble> {
  const csv = fileIn(visit.form, "file");
  if (!csv) return refusedFile("Choose the file");
  if (csv.length > mostMebibytes * 1024 * 1024)
    return refusedFile(`Choose a file of at most ${mostMebibytes} MiB, with your area's rows only`);
  const kind = typed(visit.form, "kind");
  if (!isKind(kind))
    return {
      status: 422,
      detail: "Nothing was read.",
      faults: [{ field: "kind", detail: "Choose one of these" }],
    };
  const answered = await attempt(visit, "previewRegister", { csv, query: { kind } });
  if (answered.kind === "refused") return troubleOf(answered);
  return { kind: "go", to: `/pages/register-imports/${answered.body.import.importId}` };
}
