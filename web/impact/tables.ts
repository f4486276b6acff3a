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

const requestStates: Readonly<Record<string, string>> = { ...requestStatesInWords, draft: "a draft" };

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
    { caption: "Requests", counts: impact.requests, words: requestStates },
    { caption: "Requests that were closed", counts: impact.closures },
    { caption: "Work", counts: impact.deployments },
    { caption: "Outcomes by direction", counts: impact.outcomesByDirection, words: directionsInWords },
    { caption: "Outcomes by level", counts: impact.outcomesByLevel, words: impactLevelsInWords },
    {
      caption: "Outcomes by strength of evidence",
      counts: impact.outcomesByEvidenceStrength,
      words: strengthsInWords,
    },
    { caption: "Whether it lasted: follow-ups", counts: impact.followUps },
    {
      caption: "What stands in the way of open places",
      counts: impact.unmetByConstraint,
      words: constraintsInWords,
    },
    { caption: "Why offers were declined", counts: impact.declineReasons, words: declineReasonsInWords },
  ];
  return tables.map(tableOf);
};
