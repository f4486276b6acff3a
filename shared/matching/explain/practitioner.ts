import type { Evidence } from "../../domain/runs/explanation.ts";
import type { PersonId, RequestId } from "../../domain/ids.ts";
import { familyOf } from "../fit/expertise.ts";
import { type FitComponent, fitComponents } from "../fit/fit.ts";
import type { Pair } from "../facts/pair.ts";
import type { MatchPractitioner, MatchRequest } from "../facts/facts.ts";
import { whole } from "../problem/cells.ts";
import { verdictOn } from "../rules/verdict.ts";
import { chosenFor, type Solved } from "./standing.ts";
import { bringingOf, couldStepIn, hasRoom, type Post } from "./stepIn.ts";
import { componentWord, inPoints } from "./words.ts";

/** A request for which a practitioner is proposed, as told to them. */
export interface ProposedTo {
  readonly requestId: RequestId;
  /** Basis points, 0 to 10,000. */
  readonly fit: number;
  readonly pinned: boolean;
  readonly components: readonly FitComponent[];
  readonly sentence: string;
}

/** Why a practitioner was not asked: a rule, the broker's choices, other work, or who else is there. */
export type WhyNotAsked =
  | "rule"
  | "not-needed"
  | "work-given"
  | "asked-elsewhere"
  | "one-school"
  | "better-fit"
  | "less-work"
  | "as-good"
  | "not-offered";

/** A request for which a practitioner is not proposed, and why, as told to them. */
export interface NotAsked {
  readonly requestId: RequestId;
  readonly reason: WhyNotAsked;
  /** Null when a rule refuses the pair, and to practitioners themselves. */
  readonly fit: number | null;
  readonly components: readonly FitComponent[];
  /** Rules that refuse the pair; the records behind them are for brokers alone. */
  readonly rules: readonly {
    readonly rule: string;
    readonly why: string;
    readonly evidence?: readonly Evidence[];
  }[];
  readonly sentence: string;
}

/** What a run means for one practitioner. Holds nothing about anybody else. */
export interface PractitionerView {
  readonly personId: PersonId;
  readonly proposed: readonly ProposedTo[];
  readonly notAsked: readonly NotAsked[];
}

type Reason = Pick<NotAsked, "reason" | "sentence">;

const told = (reason: WhyNotAsked, sentence: string): Reason => ({ reason, sentence });

function pairOf(solved: Solved, post: Post): Pair {
  const request = solved.roster.requests[post.request];
  if (request === undefined) throw new RangeError("No such request");
  return solved.roster.pairsFor(request)(post.person);
}

/** Why a person is proposed for a request, in words about nobody else. */
export function proposedTo(solved: Solved, post: Post): ProposedTo {
  const pair = pairOf(solved, post);
  const components = fitComponents(pair);
  const fit = components.reduce((sum, { points }) => sum + points, 0);
  const pinned = solved.pinned.peopleOf.get(post.request)?.includes(post.person) ?? false;
  const [most] = components.toSorted((a, b) => b.points - a.points);
  const choice = pinned ? "Chosen by the broker" : "Proposed";
  const because = most === undefined ? "" : `, most of all for ${componentWord(most.name)}: ${most.because}`;
  return {
    requestId: pair.request.id,
    fit,
    pinned,
    components,
    sentence: `${choice}, with a fit of ${inPoints(fit)} out of 100${because}.`,
  };
}

/** The component in which the person proposed is furthest ahead; null when they are ahead in none. */
function furthestAhead(mine: readonly FitComponent[], theirs: readonly FitComponent[]): string | null {
  let [name, lead]: [string | null, number] = [null, 0];
  theirs.forEach((component, x) => {
    const ahead = component.points - (mine[x]?.points ?? 0);
    if (ahead > lead) [name, lead] = [component.name, ahead];
  });
  return name;
}

/** Why somebody who is free was not proposed in place of those who were. */
function besideHolders(solved: Solved, post: Post): Reason {
  const rivals = chosenFor(solved, post.request)
    .filter((person) => couldStepIn(solved, post, person))
    .map((person) => ({ ...bringingOf(solved, { ...post, person }), person }));
  const mine = bringingOf(solved, post);
  const [nearest] = rivals.toSorted((a, b) => a.fit - b.fit || a.person - b.person);
  if (nearest === undefined)
    return pairOf(solved, post).request.maxFromOneSchool !== undefined
      ? told("one-school", "The request takes no more people from the same school.")
      : told("as-good", "Free, and not asked: the broker can see that.");
  if (mine.fit < nearest.fit) {
    const componentsOf = (person: number) => fitComponents(pairOf(solved, { ...post, person }));
    const ahead = furthestAhead(componentsOf(post.person), componentsOf(nearest.person));
    const most = ahead === null ? "" : `, most of all in ${componentWord(ahead)}`;
    return told("better-fit", `Whoever is proposed fits this request better${most}.`);
  }
  const asFit = rivals.filter(({ fit }) => fit <= mine.fit);
  return asFit.every(({ burden }) => burden < mine.burden)
    ? told("less-work", "The fit is as good as another's, who carries less work at present.")
    : told("as-good", "Whoever is proposed serves this request as well; not everybody can be asked.");
}

/** Why a person whom no rule refuses was not asked. */
function whyNotAsked(solved: Solved, post: Post): Reason {
  if (whole(solved.encoded.problem.wanted, post.request) === 0)
    return told("not-needed", "Nobody else was needed: every place had been given before.");
  const { slotsLeft, halfDaysLeft } = solved.pinned;
  const { halfDays } = pairOf(solved, post).request;
  if (whole(slotsLeft, post.person) < 1 || whole(halfDaysLeft, post.person) < halfDays)
    return told("work-given", "Too few days or places are left beside work that the broker has given.");
  if (!hasRoom(solved, post))
    return told("asked-elsewhere", "Too few days or places are left beside the other work proposed.");
  return besideHolders(solved, post);
}

function notAsked(solved: Solved, post: Post): NotAsked {
  const pair = pairOf(solved, post);
  const requestId = pair.request.id;
  const verdict = verdictOn(pair);
  switch (verdict.kind) {
    case "refused": {
      const rules = verdict.rules.map(({ rule, why, evidence }) => ({ rule, why, evidence }));
      const sentence = rules.map(({ why }) => why).join(" ");
      return { requestId, reason: "rule", fit: null, components: [], rules, sentence };
    }
    case "may-be-proposed": {
      const { fit, components } = verdict;
      return { requestId, fit, components, rules: [], ...whyNotAsked(solved, post) };
    }
  }
}

/** Whether a request is of one of the person's families of expertise. */
export const isNear = (person: MatchPractitioner, request: MatchRequest): boolean =>
  person.claims.some(({ code }) => familyOf(code) === familyOf(request.codes.primary));

/**
 * What a run means for one practitioner, for the broker: what they are proposed for, and why not for the other requests of
 * their families of expertise, or for the one request asked about. Names nobody else and tells nothing of
 * what anybody else has declared. Null when the run does not know the person.
 */
export function viewForPractitioner(
  solved: Solved,
  personId: PersonId,
  requestId?: RequestId,
): PractitionerView | null {
  const { roster } = solved;
  const place = roster.placeOfPerson.get(personId);
  const person = place === undefined ? undefined : roster.practitioners[place];
  if (place === undefined || person === undefined) return null;
  const asked = solved.requestsOf[place] ?? [];
  const [proposed, others]: [ProposedTo[], NotAsked[]] = [[], []];
  roster.requests.forEach((request, i) => {
    if (requestId !== undefined && request.id !== requestId) return;
    const post = { request: i, person: place };
    if (asked.includes(i)) proposed.push(proposedTo(solved, post));
    else if (requestId !== undefined || isNear(person, request)) others.push(notAsked(solved, post));
  });
  return { personId, proposed, notAsked: others };
}
