import { seenOtherwise } from "../../shared/runtime/seenRows.ts";
import { button, formNamed, formWith, typed } from "../form.ts";
import { headed } from "../headed.ts";
import { html } from "../html.ts";
import { fileIn } from "../sentForm.ts";
import type { Ending, Trouble, Visit } from "../visit.ts";
import type { ImportOf, Outcome } from "./importPage.ts";

interface Looked {
  readonly outcome: Outcome;
  /** Why nothing came of the last look. */
  readonly trouble?: Trouble;
}

/** Of people, some may have been written before others changed the rest. */
const partWritten = "What is new or changed here is not written yet.";

/** What a file would do, with the file in the page, so that it is the same that is then imported. */
export function lookOver(of: ImportOf, visit: Visit, { outcome, trouble }: Looked): Ending {
  const { told, rows, seen } = outcome;
  const kept = [...visit.form].filter(([name]) => !["do", "formToken", "key", "seen"].includes(name));
  return headed(
    `${of.title}: look it over`,
    html`<p><strong>${told}</strong> ${trouble ? partWritten : "Nothing is written yet."}</p>
      ${rows}
      ${
        seen === ""
          ? html`<p>Nothing of it is to be imported: all that it says is over.</p>`
          : formWith(
              formNamed("import", visit),
              [...kept, ["seen", seen]].map(
                ([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`,
              ),
              button(of.button),
            )
      }
      <p><a href="${visit.address}">Choose another file</a></p>`,
    { trouble },
  );
}

/** What was changed since by others, of all that the file speaks of. */
function changedSince({ form }: Visit, { seen, names }: Outcome): Trouble["faults"] {
  const before = typed(form, "seen");
  if (before === "") return [];
  return seenOtherwise(before, seen).flatMap((place) => {
    const name = names[place];
    return name === undefined ? [] : [{ field: undefined, detail: `${name} is not as you saw it` }];
  });
}

/** The look-over once more, over the rows as they are now, with why nothing came of the last one. */
export async function lookAgain(of: ImportOf, visit: Visit, trouble: Trouble): Promise<Ending | Trouble> {
  const csv = fileIn(visit.form, "file");
  if (!csv) return trouble;
  const outcome = await of.send(visit, { csv, query: { preview: "true" } });
  if ("status" in outcome) return outcome;
  return lookOver(of, visit, { outcome, trouble: { ...trouble, faults: changedSince(visit, outcome) } });
}
