import { counted } from "../../domain/counted.ts";
import type { Evidence } from "../../domain/runs/explanation.ts";
import { hasBegun } from "../facts/ties.ts";
import type { IsoDate, KnownConcern, MatchInterest, SupportGiven } from "../facts/facts.ts";
import type { Pair } from "../facts/pair.ts";
import { groupRules } from "./groupRules.ts";
import type { HardRule } from "./rule.ts";

const sameSchool: HardRule = {
  name: "same-school",
  overridable: false,
  isOwn: true,
  refused: "at the school that asks",
  refuses: ({ requestSchool, homeSchool }) => requestSchool.id === homeSchool.id,
  why: () => "The practitioner works at the school that asks.",
  evidence: ({ homeSchool }) => [
    { record: "school", of: homeSchool.id, what: "the practitioner's home school", from: null, to: null },
  ],
};

const employmentsHere = ({ practitioner, requestSchool, formerEmployersSince }: Pair) =>
  practitioner.formerEmployers.filter(
    ({ schoolId, endedOn }) => schoolId === requestSchool.id && endedOn >= formerEmployersSince,
  );

const latest = (dates: readonly IsoDate[]): IsoDate | undefined => dates.toSorted().at(-1);

const bySpell = (a: Evidence, b: Evidence): number => {
  const [first, second] = [a, b].map(({ from, to }) => `${to} ${from}`);
  return (first ?? "") < (second ?? "") ? -1 : 1;
};

export const pastEmployer: HardRule = {
  name: "past-employer",
  overridable: true,
  isOwn: true,
  refused: "lately at the school that asks",
  without: "People who used to work at the school",
  refuses: (pair) => pair.practitioner.formerEmployers.length > 0 && employmentsHere(pair).length > 0,
  why: (pair) =>
    `Worked at the asking school until ${latest(employmentsHere(pair).map(({ endedOn }) => endedOn))}, ` +
    `within the last ${counted(pair.policy.pastEmployerMonths, "month")}.`,
  evidence: (pair) =>
    employmentsHere(pair)
      .map(({ from, endedOn }) => ({
        record: "employment" as const,
        of: pair.practitioner.id,
        what: `employed at ${pair.requestSchool.id}`,
        from: from ?? null,
        to: endedOn,
      }))
      .toSorted(bySpell),
  // A spell that goes on ends later by the day: it is known by its first one.
  causes: (pair) =>
    employmentsHere(pair).map(({ from, endedOn }) => `employment ${from ? `from ${from}` : `to ${endedOn}`}`),
};

/** Whether an interest holds on any day from one to another. */
const holdsWithin = (
  { since, until }: Pick<MatchInterest, "since" | "until">,
  { from, to }: { readonly from: IsoDate; readonly to: IsoDate },
): boolean => hasBegun({ from: since }, to) && (until === null || until >= from);

const interestsHere = ({ practitioner, requestSchool, request }: Pair) =>
  practitioner.declaredInterests.filter(
    (interest) => interest.schoolId === requestSchool.id && holdsWithin(interest, request.window),
  );

/** What was declared is between the practitioner and the broker: name and sentence tell nobody what it is. */
export const declaredReason: HardRule = {
  name: "declared-reason",
  overridable: false,
  isOwn: true,
  refused: "for a declared reason",
  refuses: (pair) => pair.practitioner.declaredInterests.length > 0 && interestsHere(pair).length > 0,
  why: () => "A declared reason stands against it.",
  evidence: (pair) =>
    interestsHere(pair)
      .map(({ schoolId, kind, since, until }) => ({
        record: "declared-interest" as const,
        of: pair.practitioner.id,
        what: `${kind} at ${schoolId}`,
        from: since,
        to: until,
      }))
      .toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)),
  causes: (pair) => interestsHere(pair).map(({ kind, since }) => `interest ${kind} from ${since ?? "ever"}`),
};

/** One stretch of support in words. */
export const supportTold = ({ homeSchoolId, receivingSchoolId, offerId }: SupportGiven): string =>
  `${homeSchoolId} ${offerId === undefined ? "supported" : "is offered to support"} ${receivingSchoolId}`;

/** One stretch of support as a record: the deployment, or the offer that may become one. */
export const supportRecord = (given: SupportGiven): Evidence =>
  given.offerId === undefined
    ? {
        record: "deployment",
        of: given.deploymentId ?? given.homeSchoolId,
        what: supportTold(given),
        from: null,
        to: given.onDate,
      }
    : { record: "offer", of: given.offerId, what: supportTold(given), from: null, to: null };

export const reciprocal: HardRule = {
  name: "reciprocal",
  overridable: true,
  isOwn: false,
  refused: "from a school that this one has lately supported",
  without: "People whose school was lately supported by this one",
  refuses: ({ supportReturned, reciprocalSince }) =>
    supportReturned !== null && supportReturned.onDate >= reciprocalSince,
  why: ({ policy, supportReturned }) =>
    supportReturned?.offerId === undefined
      ? `The asking school supported the practitioner's school on ${supportReturned?.onDate}, ` +
        `within the last ${counted(policy.reciprocalYears, "year")}.`
      : "Somebody of the asking school has an open offer to support the practitioner's school.",
  evidence: ({ supportReturned }) => (supportReturned === null ? [] : [supportRecord(supportReturned)]),
  // An offer names the deployment that it may become: set aside for the one, it stays so for the other.
  causes: ({ supportReturned: given }) =>
    given === null ? [] : [`deployment ${given.deploymentId ?? given.onDate}`],
};

/** Whether a school is in a category of concern on a day: from the day on which the report came out. */
export const isInConcern = (concern: KnownConcern | null, on: IsoDate): boolean =>
  concern !== null && (concern.by === "broker" || hasBegun({ from: concern.publishedOn }, on));

function concernOf(concern: KnownConcern): Pick<Evidence, "what" | "from"> {
  if (concern.by === "broker") return { what: "in a category of concern by the broker's word", from: null };
  const { category, framework, since, publishedOn } = concern;
  const inspected = since === null ? "undated" : `of ${since}`;
  return {
    what: `${category}, inspection ${inspected} (${framework ?? "framework not known"})`,
    from: publishedOn,
  };
}

export const homeSchoolInConcern: HardRule = {
  name: "home-school-in-concern",
  overridable: true,
  isOwn: false,
  refused: "from a school in a category of concern",
  without: "People whose school is in a category of concern",
  refuses: ({ homeSchool, today }) => isInConcern(homeSchool.concern, today),
  why: () => "The practitioner's school is in a category of concern and cannot supply support.",
  evidence: ({ homeSchool: { id, concern } }) =>
    concern === null ? [] : [{ record: "concern", of: id, to: null, ...concernOf(concern) }],
  causes: ({ homeSchool: { concern } }) => {
    if (concern === null) return [];
    return [
      concern.by === "broker" ? "concern by the broker" : `concern ${concern.category} ${concern.since}`,
    ];
  },
};

/** The rules that look at nothing but what registers say of the two schools. */
export const registerRules: readonly HardRule[] = [sameSchool, ...groupRules, homeSchoolInConcern];

/** Every rule against a match between people and schools that are, or lately were, bound to each other. */
export const conflictRules: readonly HardRule[] = [
  sameSchool,
  ...groupRules,
  pastEmployer,
  declaredReason,
  reciprocal,
  homeSchoolInConcern,
];
