import { directionsInWords, impactLevelsInWords, strengthsInWords } from "../../shared/domain/inWords.ts";
import type { AnswerOf } from "../../shared/runtime/client.ts";
import { type Told, totalOf } from "./told.ts";
import { capital, html, type Html } from "../html.ts";
import { constraintsInWords } from "../rulesInWords.ts";
import { type declineReasonsInWords, requestStatesInWords, spansInWords } from "../terms.ts";

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

const declineReasons: Readonly<Record<keyof typeof declineReasonsInWords, string>> = {
  "no-capacity-now": "no time for it then",
  "dates-do-not-suit": "the dates did not suit",
  "too-far": "too far",
  "not-my-expertise": "not what they can help with",
  "conflict-of-interest": "an interest in the school",
  "release-refused": "their head would not release them",
  "terms-not-agreed": "the terms were not agreed",
  personal: "personal reasons",
  other: "another reason",
};

const requestStates: Readonly<Record<string, string>> = {
  ...requestStatesInWords,
  draft: "drafts that were not sent",
};
const spans: Readonly<Record<string, string>> = spansInWords;

interface Table {
  readonly caption: string;
  /** What is counted, and how. */
  readonly how: string;
  readonly counts: Readonly<Record<string, number>>;
  readonly words?: Readonly<Record<string, string>>;
}

/** Counts as a table; those of nothing are left out. */
function tableOf({ caption, how, counts, words = {} }: Table, shown: Told): Html {
  const some = Object.entries(counts).filter(([, count]) => count > 0);
  const numbers = some.map(([, count]) => count);
  const told = shown(numbers);
  if (some.length === 0)
    return html`<p><strong>${caption}: none.</strong> <span class="hint">${how}</span></p>`;
  const total = totalOf(numbers, shown);
  return html`<table>
    <caption>
      ${caption}${total !== undefined && `: ${total} in all`}
      <span class="hint">${how}</span>
    </caption>
    <thead>
      <tr>
        <th scope="col">Of which</th>
        <th scope="col" class="number">How many</th>
      </tr>
    </thead>
    <tbody>
      ${some.map(
        ([name], place) =>
          html`<tr>
            <th scope="row">${capital(words[name] ?? name.replaceAll("-", " "))}</th>
            <td class="number">${told[place]}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}

const followUpStatesInWords = {
  due: "not asked yet",
  asked: "asked, and not answered yet",
  answered: "answered",
};

/** What changed, and what lasted of it. */
const outcomeTables = (impact: Impact): readonly Table[] => [
  {
    caption: "Outcomes by direction",
    how: "What the school recorded of each objective of each piece of work.",
    counts: impact.outcomesByDirection,
    words: directionsInWords,
  },
  {
    caption: "Outcomes by level",
    how: "The same outcomes, by how far the change reached.",
    counts: impact.outcomesByLevel,
    words: impactLevelsInWords,
  },
  {
    caption: "Outcomes by strength of evidence",
    how: "The same outcomes, by what the school's word rests on.",
    counts: impact.outcomesByEvidenceStrength,
    words: strengthsInWords,
  },
  {
    caption: "Follow-ups",
    how: "Each outcome is asked about twice more, one and three of the school's terms later.",
    counts: impact.followUps,
    words: followUpStatesInWords,
  },
  ...Object.entries(impact.followUpAnswers).map(([span, counts]) => ({
    caption: `What lasted, ${spans[span] ?? span}`,
    how: "How things stood then, compared with before the support, as the school answered.",
    counts,
    words: directionsInWords,
  })),
];

/** All that is counted of the work, a table for each kind. */
export const tablesOf = (impact: Impact, shown: Told): Html[] => {
  const tables: readonly Table[] = [
    {
      caption: "Requests, by where they stand",
      how: "Each once, by where it stands now; of a year, those whose dates begin in it.",
      counts: impact.requests,
      words: requestStates,
    },
    {
      caption: "Requests that were closed, by what came of them",
      how: "The closed ones of these.",
      counts: impact.closures,
      words: closures,
    },
    {
      caption: "Pieces of work",
      how: "Each practitioner's work on a request, once all three agreed to it.",
      counts: impact.deployments,
      words: workStates,
    },
    ...outcomeTables(impact),
    {
      caption: "Places that the latest match run left open, by what stands in the way",
      how: "Each open place once, by the rule that mattered most.",
      counts: impact.unmetByConstraint,
      words: constraintsInWords,
    },
    {
      caption: "Why offers were declined",
      how: "Offers to which somebody said no, by the reason that was chosen.",
      counts: impact.declineReasons,
      words: declineReasons,
    },
  ];
  return tables.map((each) => tableOf(each, shown));
};
