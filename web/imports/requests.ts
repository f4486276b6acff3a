import { mostMarked } from "../../shared/runtime/seenRows.ts";
import { html } from "../html.ts";
import { tableOf } from "../table.ts";
import { attempt } from "../visit.ts";
import { importPage, whyRefused } from "./importPage.ts";
import { onlyWho } from "./mayImport.ts";
import { changeInWords, summed } from "./outcomes.ts";

/** Requests from a file, one a row, sent to triage at once. */
export const requestsImportPage = importPage({
  title: "Import requests",
  about: html`<p>
    One row for each request. The whole file is taken or none of it, and what is imported goes to triage at
    once. Sent again, it adds nothing twice. A request that should not have come is withdrawn on its page.
  </p>`,
  template: "/pages/request-imports/template",
  accept: ".csv,text/csv",
  button: "Import these requests",
  notFor: onlyWho("importRequests"),
  fields: async () => undefined,
  below: async () => undefined,
  async send(visit, { csv, query }) {
    const answered = await attempt(visit, "importRequests", { csv, query });
    if (answered.kind === "refused") return whyRefused(answered);
    const { requests, applied, seen } = answered.body;
    return {
      seen,
      names: requests.length > mostMarked ? [] : requests.map(({ row }) => `What row ${row} asks for`),
      told: summed(requests.map(({ change }) => change)),
      rows: tableOf(
        "Each request of the file",
        ["Row", "What becomes of it"],
        requests.map(({ row, requestId, change }) => [
          applied ? html`<a href="/pages/requests/${requestId}">Row ${row}</a>` : `Row ${row}`,
          changeInWords(change),
        ]),
      ),
    };
  },
});
