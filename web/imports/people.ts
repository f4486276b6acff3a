import { html } from "../html.ts";
import { tableOf } from "../table.ts";
import { attempt } from "../visit.ts";
import { importPage, whyRefused } from "./importPage.ts";
import { onlyWho } from "./mayImport.ts";
import { changeInWords, summed } from "./outcomes.ts";

/** Practitioners from a file, one row a claim. */
export const peopleImportPage = importPage({
  title: "Import practitioners",
  about: html`<p>
    One row for each thing that somebody can help with. Rows with the same person key are one person. The
    whole file is taken or none of it; sent again, it changes nothing that is as it says. What is imported is
    not taken back as a whole: change it on each practitioner's page, or send a file that says it otherwise.
    Fill in both dates of the employer's assurance: a match run proposes nobody without them.
  </p>`,
  template: "/pages/people-imports/template",
  accept: ".csv,text/csv",
  button: "Import these practitioners",
  notFor: onlyWho("importPeople"),
  fields: async () => undefined,
  below: async () => undefined,
  async send(visit, { csv, query }) {
    const answered = await attempt(visit, "importPeople", { csv, query });
    if (answered.kind === "refused") return whyRefused(answered);
    const { people, applied, seen } = answered.body;
    return {
      seen,
      names: people.map(({ key }) => `Person key ${key}`),
      told: summed(people.map(({ change }) => change)),
      rows: tableOf(
        "Each person of the file",
        ["Person key", "What becomes of it", "To look at"],
        people.map(({ key, personId, change, warnings }) => [
          applied ? html`<a href="/pages/people/${personId}">${key}</a>` : key,
          changeInWords(change),
          warnings.length === 0 ? "Nothing" : warnings.map((each) => html`<p>${each}</p>`),
        ]),
      ),
    };
  },
});
