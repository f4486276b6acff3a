import type { AnswerOf } from "../../shared/runtime/client.ts";
import { away, html, type Html } from "../html.ts";
import { tableOf } from "../table.ts";
import { read, type Visit } from "../visit.ts";
import { dateAndTime } from "../words.ts";
import { kindsInWords, toldInShort } from "./words.ts";

type Upload = AnswerOf<"listRegisterUploads">["items"][number];

const link = (importId: string, text: string, which: string): Html =>
  html`<a href="/pages/register-imports/${importId}">${text}${away(which)}</a>`;

const stateOf = (upload: Upload): Html | string => {
  const { state, importId, refusal, addressUntil, fileName } = upload;
  switch (state) {
    case "waiting":
      return `The file is waited for until ${dateAndTime(addressUntil)}`;
    case "reading":
      return "Being read: open this page again in a minute";
    case "expired":
      return "The file did not come in time: send it again";
    case "previewed":
      return importId === null ? "Read" : link(importId, "Read: see what it would change", fileName);
    case "refused":
      return html`<p>Refused. ${refusal?.detail}</p>
        ${refusal?.errors.map(
          ({ detail, row, column }) =>
            html`<p>
              ${row !== undefined && `Row ${row}: `}${column !== undefined && `column ${column}: `}${detail}
            </p>`,
        )}`;
  }
};

const uploadsTable = (uploads: readonly Upload[]): Html =>
  tableOf(
    "Large files that programs sent in the last 60 days",
    ["File", "What it tells of", "When", "How far it is"],
    uploads.map((each) => [each.fileName, kindsInWords[each.kind], dateAndTime(each.askedAt), stateOf(each)]),
  );

/** What was read of registers and is not in force yet: previews, and large files on their way. */
export async function waitingRegisters(visit: Visit): Promise<Html> {
  const [previews, uploads] = await Promise.all([
    read(visit, "listRegisterPreviews", { query: { limit: 50 } }),
    read(visit, "listRegisterUploads", { query: { limit: 20 } }),
  ]);
  const waiting = previews.items.filter(({ applied }) => !applied);
  return html`${
    waiting.length === 0
      ? html`<p>
          Nothing waits to be put in force. What the register changed overnight, and files that you send,
          stand here until you do.
        </p>`
      : tableOf(
          "Read, and not in force yet, newest first",
          ["What it tells of", "When", "What it would change"],
          waiting.map(({ import: each }) => [
            link(each.importId, kindsInWords[each.kind], dateAndTime(each.importedAt)),
            dateAndTime(each.importedAt),
            toldInShort(each),
          ]),
        )
  }
  ${uploads.items.length > 0 && uploadsTable(uploads.items)}`;
}
