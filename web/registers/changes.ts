import type { AnswerOf } from "../../shared/runtime/client.ts";
import { html, type Html } from "../html.ts";
import { longDate } from "../words.ts";
import { changesInWords, factInWords } from "./words.ts";

export type Changes = AnswerOf<"getRegisterImport">;
type NameOf = (urn: string) => string;

const between = (from: string | null, to: string | null): string =>
  `${from ?? "none"} became ${to ?? "none"}`;

const concernInWords = (concern: Changes["concerns"][number]["from"]): string | null =>
  concern && concern.category.replaceAll("-", " ");

/** Each list of changes, a line for each school. */
const linesOf = (changes: Changes, nameOf: NameOf): Readonly<Record<keyof Changes["counts"], string[]>> => ({
  opened: changes.opened.map(nameOf),
  closed: changes.closed.map(nameOf),
  changed: changes.changed.map(({ urn, fields }) => `${nameOf(urn)}: ${fields.map(factInWords).join(", ")}`),
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

/** What an import changed, or would change, a list for each kind; undefined where that is nothing. */
export function changeLists(changes: Changes, nameOf: NameOf): readonly Html[] | undefined {
  const lines = linesOf(changes, nameOf);
  const lists = order
    .map((each) => listOf(changesInWords[each], changes.counts[each], lines[each]))
    .filter((each) => each !== false);
  return lists.length === 0 ? undefined : lists;
}
