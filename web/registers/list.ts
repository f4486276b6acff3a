import { routes } from "../../shared/contract/manifest.ts";
import { formNamed, nothingChosen } from "../form.ts";
import { headed } from "../headed.ts";
import { away, html, type Html } from "../html.ts";
import { nextPart, partAsked } from "../paging.ts";
import { work } from "../serving.ts";
import { tableOf } from "../table.ts";
import { type Ending, read, type Trouble, type Visit } from "../visit.ts";
import { dateAndTime } from "../words.ts";
import { sendForm, sendRegister } from "./send.ts";
import { waitingRegisters } from "./waiting.ts";
import { type Imported, kindsInWords, standingInWords, toldInShort } from "./words.ts";

/** Where files of other things are sent in. */
const fromFiles = html`<h2>From a file of yours</h2>
  <ul>
    <li><a href="/pages/people-imports">Practitioners</a></li>
    <li><a href="/pages/request-imports">Requests for support</a></li>
    <li><a href="/pages/calendar-imports">Calendars of schools</a></li>
  </ul>`;

const kindOf = ({ importId, kind, importedAt }: Imported, mayOpen: boolean): Html | string =>
  mayOpen
    ? html`<a href="/pages/register-imports/${importId}"
        >${kindsInWords[kind]}${away(dateAndTime(importedAt), ", ")}</a
      >`
    : kindsInWords[kind];

const tableOfImports = (imports: readonly Imported[], mayOpen: boolean): Html =>
  tableOf(
    "Registers that were put in force, newest first",
    ["What it tells of", "When", "Of which area", "Schools", "State"],
    imports.map((each) => [
      kindOf(each, mayOpen),
      dateAndTime(each.importedAt),
      each.area ?? "All areas",
      toldInShort(each),
      standingInWords[each.state],
    ]),
  );

async function show(visit: Visit, trouble?: Trouble): Promise<Ending> {
  const [{ items, nextCursor }, { roles }] = await Promise.all([
    read(visit, "listRegisterImports", { query: partAsked(visit, 50) }),
    read(visit, "getMe", {}),
  ]);
  const mayOpen = routes.getRegisterImport.roles.some((role) => roles.includes(role));
  const form = formNamed("send", visit, trouble);
  return headed(
    "Imports",
    html`${mayOpen && fromFiles}
      <h2>Registers of schools</h2>
      ${mayOpen && (await waitingRegisters(visit))}
      ${items.length === 0 ? html`<p>No register is loaded yet.</p>` : tableOfImports(items, mayOpen)}
      ${nextPart("/pages/register-imports", nextCursor)}
      ${
        mayOpen &&
        html`<h2 id="send-register">Send a register file</h2>
          ${sendForm(form)}`
      }`,
    { trouble, forms: [form] },
  );
}

/** What came from files: which registers of schools are in force or wait to be, and where other files are sent in. */
export const registersPage = work({
  show,
  answer: (visit) => (visit.form.get("do") === "send" ? sendRegister(visit) : Promise.resolve(nothingChosen)),
});
