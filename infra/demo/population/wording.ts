import type { SeededRandom } from "../../../shared/registers/seeded.ts";
import { findCode } from "../../../shared/registers/taxonomy.ts";

interface Wording {
  readonly situations: readonly string[];
  readonly objectives: readonly (readonly [statement: string, measure: string, baseline: string])[];
}

/** What heads write of a need, by family of expertise; TOPIC is the code's own title. */
const wordings: Readonly<Record<string, Wording>> = {
  LG: {
    situations: [
      "Our leadership of TOPIC has changed hands and we would value somebody who has done it well.",
      "Governors have asked us to strengthen TOPIC before the next review of the development plan.",
    ],
    objectives: [
      [
        "Leaders have a plan for the year that staff can explain",
        "Share of staff who can name its three priorities",
        "2 in 10 asked in September",
      ],
      [
        "Leaders check the effect of what they introduce",
        "Number of termly checks made and acted upon",
        "None last year",
      ],
    ],
  },
  CT: {
    situations: [
      "Results in TOPIC have slipped for two years and the subject leader is new to the work.",
      "We have rewritten our plans for TOPIC and want an experienced eye on sequence and assessment.",
    ],
    objectives: [
      [
        "Every class is taught the planned sequence",
        "Share of lessons seen that follow the sequence",
        "4 of 10 lessons seen",
      ],
      [
        "Pupils remember what they were taught",
        "Average mark in the end-of-unit check",
        "54 % in the last unit",
      ],
    ],
  },
  PA: {
    situations: [
      "Practice in TOPIC varies a good deal from room to room and we want it to be more even.",
      "Staff have had training on TOPIC, but little of it is to be seen in lessons yet.",
    ],
    objectives: [
      [
        "Teachers use the agreed approach daily",
        "Share of drop-ins in which the approach is seen",
        "3 of 12 drop-ins",
      ],
      [
        "Coaching goes on without outside help",
        "Number of staff who coach a colleague each fortnight",
        "1 member of staff",
      ],
    ],
  },
  EY: {
    situations: [
      "More children join us with little spoken language and our work on TOPIC has not kept up.",
      "The team in our youngest classes is new and wants a model to follow for TOPIC.",
    ],
    objectives: [
      [
        "Adults talk with children in ways that extend language",
        "Extended exchanges seen in a twenty-minute observation",
        "2 in the first observation",
      ],
      [
        "Children reach a good level of development",
        "Share at a good level in the summer",
        "58 % last summer",
      ],
    ],
  },
  IN: {
    situations: [
      "The number of children with needs in TOPIC has doubled and class teachers ask for help.",
      "Our provision for TOPIC was set up in a hurry and we would like it looked at with us.",
    ],
    objectives: [
      [
        "Teachers adapt lessons without leaving it to support staff",
        "Share of plans with an adaptation that is carried out",
        "Under a third in the autumn",
      ],
      ["Plans are reviewed on time with families", "Reviews held within the term they fall due", "11 of 26"],
    ],
  },
  BA: {
    situations: [
      "TOPIC takes too much of our leaders' time and the approach differs between year groups.",
      "We want to review TOPIC with a school that has brought about a lasting change.",
    ],
    objectives: [
      [
        "Staff respond in the same way everywhere",
        "Share of staff surveyed who say responses are consistent",
        "41 % in the survey",
      ],
      ["Fewer lessons are lost", "Lessons missed per hundred in a half term", "7.2 per hundred"],
    ],
  },
  PW: {
    situations: [
      "Our offer for TOPIC depends on two enthusiasts and is not yet part of the plan for all.",
      "We would like to see how others build TOPIC into the ordinary week.",
    ],
    objectives: [
      ["Every year group has its part in the programme", "Year groups with a planned programme", "3 of 7"],
      ["Families know what is on offer", "Share of families surveyed who can name two parts of it", "19 %"],
    ],
  },
  WF: {
    situations: [
      "We have several new colleagues this year and our approach to TOPIC needs a fresh look.",
      "TOPIC has been left to each department and we want one way that is fair to all.",
    ],
    objectives: [
      [
        "Colleagues get useful help in their first two terms",
        "Share who call the help good or very good",
        "Half of those asked",
      ],
      ["Line managers are trained and do it well", "Managers trained and observed once", "4 of 15"],
    ],
  },
  BS: {
    situations: [
      "Our business manager is new to TOPIC and would gain from working beside somebody experienced.",
      "An outside check found weaknesses in TOPIC, which we want to put right this year.",
    ],
    objectives: [
      [
        "The tasks of the year are written down and done on time",
        "Tasks done by their date",
        "16 of 30 in the last cycle",
      ],
      ["The weaknesses found are closed", "Findings closed and evidenced", "0 of 5"],
    ],
  },
  DA: {
    situations: [
      "We collect a great deal for TOPIC and use little of it in decisions.",
      "Leaders want to read TOPIC with more confidence before they set targets.",
    ],
    objectives: [
      [
        "Leaders' meetings begin from one agreed page of figures",
        "Meetings of the term that used the page",
        "1 of 6",
      ],
      [
        "Decisions are checked against what happened",
        "Decisions looked at again after a term",
        "None so far",
      ],
    ],
  },
};

const closings = [
  "We can give time for meetings and cover within reason.",
  "Mornings suit us best.",
  "We have talked it over with governors.",
  "We would share what we learn with the schools near us.",
  "A first visit to look around with us would be a good start.",
];

// Reserved by Ofcom for drama: nobody's number.
const personalDetail = "Please ring our office on 0114 496 0123 and ask for the class teacher.";
const safeguardingDetail = "Last week a pupil disclosed abuse at home to a member of staff.";

const wordingOf = (code: string): { readonly wording: Wording; readonly topic: string } => {
  const found = findCode(code);
  const wording = wordings[code.slice(0, 2)];
  if (found.kind !== "current" || wording === undefined) throw new Error(`There is no wording for ${code}`);
  const { title } = found.expertise;
  const isName = /^(?:[A-Z]{2}|English)/.test(title);
  return { wording, topic: isName ? title : `${title.charAt(0).toLowerCase()}${title.slice(1)}` };
};

/** What a request says that it should not: something that triage warns of. */
export type Indiscretion = "personal" | "safeguarding" | null;

/** A head's description of a need, in plain synthetic words. */
export function describeNeed(random: SeededRandom, code: string, indiscretion: Indiscretion): string {
  const { wording, topic } = wordingOf(code);
  const sentences = [random.pick(wording.situations).replace("TOPIC", topic), random.pick(closings)];
  if (indiscretion === "personal") sentences.push(personalDetail);
  if (indiscretion === "safeguarding") sentences.push(safeguardingDetail);
  return sentences.map((each) => `${each.charAt(0).toUpperCase()}${each.slice(1)}`).join(" ");
}

/** One or two objectives for a need, each with its measure and where it stands today. */
export const objectivesFor = (random: SeededRandom, code: string) =>
  random
    .shuffled(wordingOf(code).wording.objectives)
    .slice(0, random.chance(0.45) ? 2 : 1)
    .map(([statement, successMeasure, baseline]) => ({ statement, successMeasure, baseline }));

/** What a practitioner says of a claim. */
export const evidenceFor = (random: SeededRandom, code: string): string =>
  random.pick([
    `Led ${wordingOf(code).topic} at the home school for several years`,
    `Coached colleagues in ${wordingOf(code).topic} across a cluster of schools`,
    `Reviewed ${wordingOf(code).topic} with two other schools`,
  ]);
