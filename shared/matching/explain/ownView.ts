import type { PersonId, RequestId } from "../../domain/ids.ts";
import type { Pair } from "../facts/pair.ts";
import { hardRules } from "../rules/rules.ts";
import { isNear, proposedTo, type NotAsked, type PractitionerView, type ProposedTo } from "./practitioner.ts";
import type { Solved } from "./standing.ts";

/** Rules about what practitioners declared or agreed themselves, or what public registers say: no others are told to them. */
const rulesTold = hardRules.filter(({ isOwn }) => isOwn);

/** The same words whether somebody else is proposed, nothing is confirmed yet, or a rule forbids it that is not told. */
const notOffered = {
  reason: "not-offered",
  sentence: "No offer of it was made from this run; nothing on the practitioner's own record forbids one.",
} as const;

function whyNot(pair: Pair): NotAsked {
  const broken = rulesTold.filter((rule) => rule.refuses(pair));
  const rules = broken.map((rule) => ({ rule: rule.name, why: rule.why(pair) }));
  const sentence = rules.map(({ why }) => why).join(" ");
  const why = rules.length > 0 ? ({ reason: "rule", sentence } as const) : notOffered;
  return { requestId: pair.request.id, fit: null, components: [], rules, ...why };
}

/**
 * What a run means for a practitioner, as they may see it themselves: why they were asked, for requests that they
 * were offered, and for the others of their families of expertise what on their own record forbids an offer. The
 * rest of it would be the same whatever the run proposed and whatever the broker chose. Null when the run does
 * not know the person.
 */
export function ownView(
  solved: Solved,
  personId: PersonId,
  offered: ReadonlySet<RequestId>,
): PractitionerView | null {
  const { roster } = solved;
  const place = roster.placeOfPerson.get(personId);
  const person = place === undefined ? undefined : roster.practitioners[place];
  if (place === undefined || person === undefined) return null;
  const asked = solved.requestsOf[place] ?? [];
  const [proposed, notAsked]: [ProposedTo[], NotAsked[]] = [[], []];
  roster.requests.forEach((request, i) => {
    if (offered.has(request.id)) {
      if (asked.includes(i)) proposed.push(proposedTo(solved, { request: i, person: place }));
    } else if (isNear(person, request)) notAsked.push(whyNot(roster.pairsFor(request)(place)));
  });
  return { personId, proposed, notAsked };
}
