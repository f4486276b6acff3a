import { everyItem } from "../../shared/runtime/everyItem.ts";
import { button, formNamed, formWith } from "../form.ts";
import { html, type Html } from "../html.ts";
import { read, type Trouble, type Visit } from "../visit.ts";
import type { Changes } from "./changes.ts";
import type { Imported } from "./words.ts";

/** Where an import stands: as those that were in force once, waiting to be, or over another register than the present. */
export type Standing = Imported["state"] | "waiting" | "stale";

/** Where the import of this page stands now. */
export async function standingOf(
  visit: Visit,
  { import: { importId }, applied }: Changes,
): Promise<Standing> {
  const [imports, previews] = await Promise.all([
    everyItem((query) => read(visit, "listRegisterImports", { query })),
    everyItem((query) => read(visit, "listRegisterPreviews", { query })),
  ]);
  const waits = previews.some((each) => each.import.importId === importId && !each.applied);
  if (waits) return "waiting";
  const known = imports.find((each) => each.importId === importId);
  if (known) return known.state;
  return applied ? "replaced" : "stale";
}

const apply = (visit: Visit, trouble: Trouble | undefined): Html =>
  html`<div class="notice">
      <p>
        <strong>None of this is in force yet.</strong> Look it over. Until it is put in force, the register
        stays as it is. It can be taken back afterwards.
      </p>
    </div>
    ${formWith(formNamed("apply", visit, trouble), [], button("Put this register in force"))}`;

const takeBack = (visit: Visit, trouble: Trouble | undefined): Html =>
  html`<details>
    <summary>Take this register back</summary>
    <p>
      The register that it replaced is then in force again. Work, offers and requests stay as they are;
      schools that only this one has are no members any more.
    </p>
    ${formWith(formNamed("back", visit, trouble), [], button("Take it back", "no"))}
  </details>`;

/** What a broker can do about an import, by where it stands. */
export function whatNext(
  visit: Visit,
  { standing, changes, trouble }: { standing: Standing; changes: Changes; trouble: Trouble | undefined },
): Html | false {
  switch (standing) {
    case "waiting":
      return apply(visit, trouble);
    case "in-force":
      return changes.import.replacedImportId !== null && takeBack(visit, trouble);
    case "stale":
      return html`<p>
        It was compared with a register that is no longer in force, or nobody put it in force in time.
        <a href="/pages/register-imports">Send the file again</a> to see what it would change now.
      </p>`;
    case "replaced":
    case "rolled-back":
      return false;
  }
}
