import type { Evidence } from "../../domain/runs/explanation.ts";
import type { Pair } from "../facts/pair.ts";
import { chainOfSupport } from "../facts/support.ts";
import { supportRecord, supportTold } from "./conflictRules.ts";
import { facetDifferences } from "./facets.ts";
import {
  forbiddingTies,
  groupsOf,
  memberships,
  membershipsIn,
  named,
  sharing,
  wordOf,
} from "./groupRules.ts";
import { ofPractitioner } from "./rule.ts";

/** Something a broker should see beside a proposal that does not forbid it. */
export interface Warning {
  readonly name: string;
  readonly sentence: string;
  readonly evidence: readonly Evidence[];
}

type Finder = (pair: Pair) => Warning | null;

const sameDiocese: Finder = ({ requestSchool, homeSchool }) => {
  const code = requestSchool.dioceseCode;
  if (code === null || code !== homeSchool.dioceseCode) return null;
  const of = (id: string): Evidence => ({
    record: "school",
    of: id,
    what: `diocese ${code}`,
    from: null,
    to: null,
  });
  return {
    name: "same-diocese",
    sentence: `Both schools belong to diocese ${code}.`,
    evidence: [of(requestSchool.id), of(homeSchool.id)],
  };
};

const sameSponsor: Finder = (pair) => {
  const shared = groupsOf(pair, "sponsor");
  if (shared.length === 0) return null;
  return {
    name: "same-sponsor",
    sentence: shared.map((each) => sharing(pair, each)).join(" "),
    evidence: memberships(pair, "sponsor"),
  };
};

/** A move that was announced and is not yet in force: from its day the rules refuse the school by itself. */
const announcedSchool: Finder = ({ practitioner: { id, nextSchool }, requestSchool }) => {
  if (nextSchool?.schoolId !== requestSchool.id) return null;
  const { from } = nextSchool;
  return {
    name: "announced-school",
    sentence: `The practitioner goes to work at the asking school on ${from}.`,
    evidence: [
      { record: "employment", of: id, what: `to be employed at ${requestSchool.id}`, from, to: null },
    ],
  };
};

/** Groups of the school to which somebody announced to move: from its day the rules refuse them by themselves. */
const announcedGroup: Finder = ({ practitioner: { id, nextSchool }, requestSchool, groupsToCome }) => {
  const groups = groupsToCome.filter(({ tie }) => forbiddingTies.includes(tie));
  if (!nextSchool || nextSchool.schoolId === requestSchool.id || groups.length === 0) return null;
  const { schoolId, from } = nextSchool;
  const shared = groups.map(({ tie, home }) => `${wordOf[tie]} ${named(home)}`).join(", ");
  return {
    name: "announced-group",
    sentence: `The practitioner goes on ${from} to work at a school that shares ${shared} with the asking school.`,
    evidence: [
      { record: "employment", of: id, what: `to be employed at ${schoolId}`, from, to: null },
      ...membershipsIn(groups, requestSchool.id, schoolId),
    ],
  };
};

/** Support that has gone from the asking school round to the practitioner's, which theirs would now return. */
const supportRing: Finder = ({ requestSchool, homeSchool, supported, reciprocalSince }) => {
  const ends = { from: requestSchool.id, to: homeSchool.id };
  if (ends.from === ends.to) return null;
  const chain = chainOfSupport(supported, ends, reciprocalSince);
  if (chain === null) return null;
  const steps = chain.map((each) => `${supportTold(each)} (${each.onDate})`);
  return {
    name: "support-ring",
    sentence: `It would close a ring of support: ${steps.join(", ")}, whose people would now support ${ends.from}.`,
    evidence: chain.map(supportRecord),
  };
};

const distanceUnknown: Finder = ({ distanceMetres, requestSchool, homeSchool }) => {
  if (distanceMetres !== null) return null;
  const unplaced = [requestSchool, homeSchool].filter(
    ({ eastingMetres, northingMetres }) => eastingMetres === null || northingMetres === null,
  );
  return {
    name: "distance-unknown",
    sentence: "The distance is not known: the travel limit could not be checked.",
    evidence: unplaced.map(({ id }) => ({
      record: "school",
      of: id,
      what: "no Easting and Northing",
      from: null,
      to: null,
    })),
  };
};

const noAvailability: Finder = (pair) =>
  pair.practitioner.availability.length > 0
    ? null
    : {
        name: "no-availability",
        sentence: "The practitioner gave no dates of availability.",
        evidence: ofPractitioner(pair, "no dates of availability"),
      };

const claimNotEndorsed: Finder = (pair) => {
  const claim = pair.claim?.claim;
  if (claim === undefined || claim.endorsed) return null;
  return {
    name: "claim-not-endorsed",
    sentence: `The claim of ${claim.code} is not endorsed by the practitioner's head.`,
    evidence: ofPractitioner(pair, `claim of ${claim.code} without endorsement`),
  };
};

const finders: readonly Finder[] = [
  sameDiocese,
  sameSponsor,
  announcedSchool,
  announcedGroup,
  supportRing,
  distanceUnknown,
  noAvailability,
  claimNotEndorsed,
  ...facetDifferences,
];

/** Everything that a broker should see beside a proposal, each with the records that say so. */
export const warningsOf = (pair: Pair): readonly Warning[] => finders.flatMap((find) => find(pair) ?? []);
