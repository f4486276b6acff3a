import type { AnswerOf } from "../../shared/runtime/client.ts";
import { everyItem } from "../../shared/runtime/everyItem.ts";
import { headed } from "../headed.ts";
import { html, type Html, row } from "../html.ts";
import { work } from "../serving.ts";
import { read } from "../visit.ts";
import { dateAndTime, longDate } from "../words.ts";
import { changesInWords, kindsInWords, toldInShort } from "./words.ts";

type Changes = AnswerOf<"getRegisterImport">;
type NameOf = (urn: string) => string;

const between = (from: string | null, to: string | null): string =>
  `${from ?? "none"} became ${to ?? "none"}`;

const concernInWords = (concern: Changes["concerns"][number]["from"]): string | null =>
  concern && concern.category.replaceAll("-", " ");

/** Each list of changes, a line for each school. */
const linesOf = (changes: Changes, nameOf: NameOf): Readonly<Record<keyof Changes["counts"], string[]>> => ({
  opened: changes.opened.map(nameOf),
  closed: changes.closed.map(nameOf),
  changed: changes.changed.map(({ urn, fields }) => `${nameOf(urn)}: ${fields.join(", ")}`),
  changedTrust: changes.changedTrust.map(({ urn, from, to }) => `${nameOf(urn)}: ${between(from, to)}`),
  changedFederation: changes.changedFederation.map(
    ({ urn, from, to }) => `${nameOf(urn)}: ${between(from, to)}`,
  ),
  succeeded: changes.succeeded.map(
    ({ from, to, on }) =>
      `${nameOf(to)}, before that URN ${from}${on === null ? "" : `, from ${longDate(on)}`}`,
  ),
  absent: changes.absent.map(nameOf),
  concerns: changes.concerns.map(
    ({ urn, from, to }) => `${nameOf(urn)}: ${between(concernInWords(from), concernInWords(to))}`,
  ),
  toDecide: changes.toDecide.map(({ urn }) => nameOf(urn)),
});

/** A list that says so where it is cut; of what there is none, nothing. */
const listOf = (heading: string, count: number, lines: readonly string[]): Html | false =>
  count > 0 &&
  html`<h2>${heading}: ${count}</h2>
    ${count > lines.length && html`<p>The first ${lines.length} of them.</p>`}
    <ul>
      ${lines.map((each) => html`<li>${each}</li>`)}
    </ul>`;

/** What a broker does something about stands first. */
const order = [
  "toDecide",
  "opened",
  "closed",
  "succeeded",
  "changedTrust",
  "changedFederation",
  "concerns",
  "absent",
  "changed",
] as const satisfies readonly (keyof Changes["counts"])[];

/** What one import of a register changed. */
export const registerPage = work({
  async show(visit) {
    const params = { importId: visit.part("importId") };
    const [changes, schools] = await Promise.all([
      read(visit, "getRegisterImport", { params }),
      everyItem((query) => read(visit, "listSchools", { query })),
    ]);
    const names = new Map<string, string>(schools.map(({ urn, name }) => [urn, name]));
    const lines = linesOf(changes, (urn) => `${names.get(urn) ?? "A school"} (URN ${urn})`);
    const { kind, importedAt, area, rowsRead } = changes.import;
    const lists = order.map((each) => listOf(changesInWords[each], changes.counts[each], lines[each]));
    return headed(
      `${kindsInWords[kind]}, ${dateAndTime(importedAt)}`,
      html`<dl>
          ${row("Area", area ?? "All areas")} ${row("Rows in the file", String(rowsRead))}
          ${row("Schools", toldInShort(changes.import))}
        </dl>
        ${changes.warnings.map((each) => html`<p>${each}</p>`)}
        ${lists.every((each) => each === false) ? html`<p>It changed nothing.</p>` : lists}
        <p><a href="/pages/register-imports">All imports</a></p>`,
    );
  },
});
