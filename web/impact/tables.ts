import type { AnswerOf } from "../../shared/runtime/client.ts";
import { capital, html, type Html } from "../html.ts";
import { constraintsInWords } from "../rulesInWords.ts";
import {
  declineReasonsInWords,
  directionsInWords,
  impactLevelsInWords,
  requestStatesInWords,
  strengthsInWords,
} from "../terms.ts";

type Impact = AnswerOf<"impact">;

const closures = {
  met: "met",
  "part-met": "met in part",
  unmet: "not met",
  withdrawn: "withdrawn",
} as const;

const workStates = {
  agreed: "agreed, and not begun",
  "in-delivery": "under way",
  complete: "complete: what was agreed was done",
  curtailed: "broken off: some of it was done",
  "not-started": "not begun: nothing was done",
} as const;

const followUps = {
  due: "to be asked later",
  asked: "asked, and not answered yet",
  answered: "answered",
} as const;

const requestStates: Readonly<Record<string, string>> = {
  ...requestStatesInWords,
  draft: "drafts that were not sent",
};

interface Table {
  readonly caption: string;
  readonly counts: Readonly<Record<string, number>>;
  readonly words?: Readonly<Record<string, string>>;
}

/** Counts as a table; those of nothing are left out. */
function tableOf({ caption, counts, words = {} }: Table): Html {
  const some = Object.entries(counts).filter(([, count]) => count > 0);
  if (some.length === 0) return html`<p>${caption}: none.</p>`;
  return html`<table>
    <caption>
      ${caption}
    </caption>
    <thead>
      <tr>
        <th scope="col">Of which</th>
        <th scope="col" class="number">How many</th>
      </tr>
    </thead>
    <tbody>
      ${some.map(
        ([name, count]) =>
          html`<tr>
            <th scope="row">${capital(words[name] ?? name.replaceAll("-", " "))}</th>
            <td class="number">${count}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}

/** All that is counted of the work, a table for each kind. */
export const tablesOf = (impact: Impact): Html[] => {
  const tables: readonly Table[] = [
    { caption: "Requests, by where they stand", counts: impact.requests, words: requestStates },
    { caption: "Requests that were closed, by what came of them", counts: impact.closures, words: closures },
    { caption: "Pieces of work", counts: impact.deployments, words: workStates },
    { caption: "Outcomes by direction", counts: impact.outcomesByDirection, words: directionsInWords },
    { caption: "Outcomes by level", counts: impact.outcomesByLevel, words: impactLevelsInWords },
    {
      caption: "Outcomes by strength of evidence",
      counts: impact.outcomesByEvidenceStrength,
      words: strengthsInWords,
    },
    { caption: "Whether it lasted: follow-ups", counts: impact.followUps, words: followUps },
    {
      caption: "Places that the latest match run left open, by what stands in the way",
      counts: impact.unmetByConstraint,
      words: constraintsInWords,
    },
    { caption: "Why offers were declined", counts: impact.declineReasons, words: declineReasonsInWords },
  ];
  return tables.map(tableOf);
};
