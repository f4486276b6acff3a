import type { Refused } from "../../shared/runtime/client.ts";
import { fileField } from "../fields.ts";
import { button, type Form, formNamed, typed, uploadWith } from "../form.ts";
import { headed } from "../headed.ts";
import { html, type Html } from "../html.ts";
import { fileIn } from "../sentForm.ts";
import { work } from "../serving.ts";
import { lookAgain, lookOver } from "./lookOver.ts";
import { type Ending, type Trouble, troubleOf, type Visit, type WorkPage } from "../visit.ts";

/** Base64 of it twice over, in the form and around it, is still within what a function on AWS is handed. */
const mostMebibytes = 3;

/** What a file would do, or did: how much of it, and row by row. */
export interface Outcome {
  readonly told: string;
  readonly rows: Html;
  /** The rows as the file met them, with which it is imported. */
  readonly seen: string;
  /** What each row of it is called. */
  readonly names: readonly string[];
}

/** A file to be imported over the rows that were seen, or to be looked at where nothing was seen yet. */
export interface SentFile {
  readonly csv: Uint8Array;
  readonly query: { readonly preview: "true" } | { readonly preview: "false"; readonly seen: string };
}

/** An import that can be looked at before it is done. */
export interface ImportOf {
  readonly title: string;
  /** What stands in the file, and what becomes of it. */
  readonly about: Html;
  /** The address of its template. */
  readonly template: string;
  readonly accept: string;
  readonly button: string;
  /** Whether somebody may, with how it ends for them where not. */
  readonly notFor: (visit: Visit) => Promise<Ending | undefined>;
  /** Whatever is asked beside the file. */
  readonly fields: (visit: Visit, form: Form) => Promise<Html | undefined>;
  readonly send: (visit: Visit, file: SentFile) => Promise<Outcome | Trouble>;
  /** What stands below: what was imported, and how to take it back. */
  readonly below: (visit: Visit, trouble: Trouble | undefined) => Promise<Html | undefined>;
  /** What else its forms do. */
  readonly other?: WorkPage["answer"];
}

const chooseOne: Trouble = {
  status: 422,
  detail: "Nothing was imported.",
  faults: [{ field: "file", detail: "Choose the file" }],
};

const tooLarge: Trouble = {
  status: 422,
  detail: "Nothing was imported.",
  faults: [
    { field: "file", detail: `Choose a file of at most ${mostMebibytes} MiB, or send this one in parts` },
  ],
};

const seenOtherRows: Trouble = {
  status: 409,
  detail:
    "Others changed what this file would write over since you looked, and nothing was imported. Look it over once more.",
  faults: [],
};

const atTheSameMoment: Trouble = {
  status: 409,
  detail:
    "Others changed some of this while it was being imported. What is imported already stays: look over what is left, and import it.",
  faults: [],
};

/** Why a file was not taken. */
export function whyRefused(refused: Refused): Trouble {
  if (refused.code === "wrong-state") return seenOtherRows;
  return refused.code === "busy" ? atTheSameMoment : troubleOf(refused);
}

async function show(of: ImportOf, visit: Visit, trouble?: Trouble): Promise<Ending> {
  const refused = await of.notFor(visit);
  if (refused) return refused;
  // Whoever signed in again with a file in hand comes back to the same file.
  if (trouble?.status === 409 && fileIn(visit.form, "file")) {
    const again = await lookAgain(of, visit, trouble);
    if ("kind" in again) return again;
  }
  const form = formNamed("check", visit, trouble);
  const [fields, below] = await Promise.all([of.fields(visit, form), of.below(visit, trouble)]);
  return headed(
    of.title,
    html`${of.about}
      <p><a href="${of.template}">A file to fill in, with one row as an example</a></p>
      ${uploadWith(
        form,
        [fileField(form, { name: "file", label: "File" }, of.accept), fields],
        button("See what it would do"),
      )}
      ${below}`,
    { trouble, forms: [form] },
  );
}

const imported = (of: ImportOf, visit: Visit, { told, rows }: Outcome): Ending =>
  headed(
    `${of.title}: done`,
    html`<div class="notice" role="status"><p>It is imported. ${told}</p></div>
      ${rows}
      <p><a href="${visit.address}">Another file, or what was imported</a></p>`,
  );

async function answer(of: ImportOf, visit: Visit): Promise<Ending | Trouble> {
  const sent = visit.form.get("do");
  if (sent !== "check" && sent !== "import" && of.other) return of.other(visit);
  const csv = fileIn(visit.form, "file");
  if (!csv) return chooseOne;
  if (csv.length > mostMebibytes * 1024 * 1024) return tooLarge;
  const seen = typed(visit.form, "seen");
  const isDone = sent === "import" && seen !== "";
  const query = isDone ? ({ preview: "false", seen } as const) : ({ preview: "true" } as const);
  const outcome = await of.send(visit, { csv, query });
  if ("status" in outcome) return isDone && outcome.status === 409 ? lookAgain(of, visit, outcome) : outcome;
  return isDone ? imported(of, visit, outcome) : lookOver(of, visit, { outcome });
}

/** A page on which a file is looked at, and then imported, with what became of each row. */
export const importPage = (of: ImportOf) =>
  work({ show: (visit, trouble) => show(of, visit, trouble), answer: (visit) => answer(of, visit) });
