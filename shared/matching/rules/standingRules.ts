import type { IsoDate, MatchPractitioner } from "../facts/facts.ts";
import { type HardRule, ofPractitioner } from "./rule.ts";
import type { Pair } from "../facts/pair.ts";

/** Whether a letter of assurance that ends on a day, null for none, holds today and when work begins. */
export const isAssured = (
  validUntil: IsoDate | null,
  { today, from }: { readonly today: IsoDate; readonly from: IsoDate },
): boolean => validUntil !== null && validUntil >= today && validUntil >= from;

export const assuranceLapsed: HardRule = {
  name: "assurance-lapsed",
  overridable: false,
  isOwn: true,
  refused: "without a valid letter of assurance",
  refuses: ({ practitioner, request, today }) =>
    !isAssured(practitioner.assuranceValidUntil, { today, from: request.window.from }),
  why: ({ practitioner }) =>
    practitioner.assuranceValidUntil === null
      ? "No letter of assurance from the employer is on record."
      : `The employer's letter of assurance ends on ${practitioner.assuranceValidUntil}.`,
  evidence: ({ practitioner: { id, assuranceValidUntil: until } }) => [
    {
      record: "practitioner",
      of: id,
      what: until === null ? "no letter of assurance" : "letter of assurance",
      from: null,
      to: until,
    },
  ],
};

/** Whether one of the titles is the one asked for and still holds. */
export const holdsDesignation = (
  held: MatchPractitioner["designations"],
  asked: string,
  today: IsoDate,
): boolean =>
  held.some(({ name, expiresOn }) => name === asked && (expiresOn === null || expiresOn >= today));

/** What the rule on designations is set aside for: the title that is asked for, whoever holds which. */
export const causeOfDesignation = (asked: string): string => `designation ${asked}`;

const held = ({ practitioner, request }: Pair) =>
  practitioner.designations.filter((designation) => designation.name === request.requiredDesignation);

export const designationMissing: HardRule = {
  name: "designation-missing",
  overridable: true,
  isOwn: true,
  refused: "without the designation",
  without: "People without the designation",
  refuses: ({ practitioner, request, today }) =>
    typeof request.requiredDesignation === "string" &&
    !holdsDesignation(practitioner.designations, request.requiredDesignation, today),
  why: (pair) => {
    const lapsed = held(pair).map(({ expiresOn }) => expiresOn);
    return lapsed.length === 0
      ? `The request needs the designation ${pair.request.requiredDesignation}, which is not held.`
      : `The designation ${pair.request.requiredDesignation} expired on ${lapsed.at(-1)}.`;
  },
  evidence: (pair) =>
    held(pair).length === 0
      ? ofPractitioner(pair, `no designation ${pair.request.requiredDesignation}`)
      : held(pair).map(({ name, expiresOn }) => ({
          record: "practitioner",
          of: pair.practitioner.id,
          what: `designation ${name}`,
          from: null,
          to: expiresOn,
        })),
  causes: ({ request }) => [causeOfDesignation(request.requiredDesignation ?? "")],
};

export const parked: HardRule = {
  name: "parked",
  overridable: false,
  isOwn: true,
  refused: "not taking offers at present",
  refuses: ({ practitioner }) => practitioner.parked,
  why: () => "The practitioner is not taking offers at present.",
  evidence: (pair) => ofPractitioner(pair, "parked"),
};

export const expertiseLacking: HardRule = {
  name: "expertise",
  overridable: false,
  isOwn: true,
  refused: "below the level asked for or with a code not near enough",
  refuses: ({ claim }) => claim === null,
  why: ({ request }) => `No claim is near enough to ${request.codes.primary}.`,
  evidence: (pair) => ofPractitioner(pair, `no claim near ${pair.request.codes.primary}`),
};

export const phaseLacking: HardRule = {
  name: "phase",
  overridable: true,
  isOwn: true,
  refused: "in another phase",
  without: "People from another phase",
  refuses: ({ practitioner, request }) => !practitioner.phases.includes(request.phase),
  why: ({ practitioner, request }) =>
    `The request is about ${request.phase}; the practitioner works in ${practitioner.phases.join(", ") || "no phase on record"}.`,
  evidence: (pair) => ofPractitioner(pair, `phases: ${pair.practitioner.phases.join(", ")}`),
  causes: ({ practitioner, request }) => [
    `phase asked for: ${request.phase}`,
    `phases worked in: ${practitioner.phases.toSorted().join(", ")}`,
  ],
};
