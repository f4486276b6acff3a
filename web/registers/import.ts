import { everyItem } from "../../shared/runtime/everyItem.ts";
import { chosenAct, formNamed, nothingChosen } from "../form.ts";
import { headed } from "../headed.ts";
import { html, row } from "../html.ts";
import { work } from "../serving.ts";
import { attempt, done, type Done, type Ending, read, type Trouble, type Visit } from "../visit.ts";
import { dateAndTime } from "../words.ts";
import { changeLists } from "./changes.ts";
import { standingOf, whatNext } from "./standing.ts";
import { kindsInWords, standingInWords, toldInShort } from "./words.ts";

/** Schools by what the register calls them: those in force, and those that this import brings. */
async function namesIn(visit: Visit, newcomers: readonly { urn: string; name: string }[]) {
  const schools = await everyItem((query) => read(visit, "listSchools", { query }));
  const names = new Map([...newcomers, ...schools].map(({ urn, name }) => [String(urn), name]));
  return (urn: string): string => `${names.get(urn) ?? "A school"} (URN ${urn})`;
}

async function show(visit: Visit, trouble?: Trouble): Promise<Ending> {
  const changes = await read(visit, "getRegisterImport", { params: { importId: visit.part("importId") } });
  const [standing, nameOf] = await Promise.all([
    standingOf(visit, changes),
    namesIn(visit, changes.newcomers),
  ]);
  const { kind, importedAt, area, rowsRead } = changes.import;
  return headed(
    `${kindsInWords[kind]}, ${dateAndTime(importedAt)}`,
    html`<dl>
        ${row("State", standingInWords[standing])} ${row("Area", area ?? "All areas")}
        ${row("Rows in the file", String(rowsRead))} ${row("Schools", toldInShort(changes.import))}
      </dl>
      ${changes.warnings.map((each) => html`<p>${each}</p>`)}
      ${whatNext(visit, { standing, changes, trouble })}
      ${changeLists(changes, nameOf) ?? html`<p>${standing === "waiting" ? "It would change" : "It changed"} nothing.</p>`}
      <p><a href="/pages/register-imports">All imports</a></p>`,
    { trouble, forms: [formNamed("apply", visit, trouble), formNamed("back", visit, trouble)] },
  );
}

const acts: Readonly<Record<string, (visit: Visit, importId: string) => Done>> = {
  apply: (visit, importId) => done(attempt(visit, "applyRegisterImport", { params: { importId } })),
  back: (visit, importId) => done(attempt(visit, "rollBackRegisterImport", { params: { importId } })),
};

/** What one import of a register changed or would change; a broker puts it in force, and takes it back. */
export const registerPage = work({
  show,
  async answer(visit) {
    const act = chosenAct(acts, visit.form);
    if (!act) return nothingChosen;
    const became = await act(visit, visit.part("importId"));
    return "kind" in became ? { kind: "go", to: visit.address } : became;
  },
});
