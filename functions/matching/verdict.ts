import type { VerdictView } from "../../shared/contract/routes/verdictViews.ts";
import { dateAt } from "../../shared/domain/calendar/calendar.ts";
import { standingOn } from "../../shared/domain/people/employment.ts";
import type { PersonId, RequestId } from "../../shared/domain/ids.ts";
import { isOpen } from "../../shared/domain/offers/offer.ts";
import type { SupportRequest } from "../../shared/domain/requests/request.ts";
import { type Finding, type Verdict, verdictOn } from "../../shared/matching/rules/verdict.ts";
import { isRefusal, notFound } from "../../shared/runtime/refusal.ts";
import type { Handler } from "../../shared/runtime/serve.ts";
import { people } from "../../shared/store/rows/people.ts";
import { offersOfPerson, offersOfRequest, requests } from "../../shared/store/rows/requests.ts";
import type { Store } from "../../shared/store/store.ts";
import type * as z from "zod";
import { points } from "../match/points.ts";
import { readPair } from "./judge.ts";
import { supportOfferedTo } from "./supportOffered.ts";
import { workRound } from "./workRound.ts";

type View = z.input<typeof VerdictView>;

/** A request, and a practitioner who is judged beside it. */
interface Judging {
  readonly requestId: RequestId;
  readonly personId: PersonId;
  readonly now: string;
}

/** The rows of a pair and what every rule says of it now, open offers and support that has gone round counted. */
export async function judgedNow(store: Store, { requestId, personId, now }: Judging) {
  const [request, person] = await Promise.all([
    store.get(requests, { requestId }),
    store.get(people, { personId }),
  ]);
  if (!request) return notFound("request");
  if (!person) return notFound("practitioner");
  const [supportOffered, work, ...lists] = await Promise.all([
    supportOfferedTo(store, person, now),
    workRound(store, standingOn(person, dateAt(now)).homeSchoolId),
    store.all(offersOfRequest(requestId)),
    store.all(offersOfPerson(personId)),
  ]);
  const open = lists.flat().filter(isOpen);
  const offers = [...new Map(open.map((offer) => [offer.offerId, offer])).values()];
  const pair = await readPair(store, { request, person, now, supportOffered, besides: { offers, work } });
  if (isRefusal(pair)) return pair;
  return { request, person, pair, verdict: verdictOn(pair) };
}

/** A rule as the broker reads it, with who may set it aside and, where it was, who did. */
function ruleView(
  { overrides }: SupportRequest,
  personId: PersonId,
  finding: Finding,
): View["rules"][number] {
  const { rule, why, evidence, overridable } = finding;
  const found = overrides.find((each) => each.personId === personId && each.rule === rule);
  return {
    rule,
    why,
    evidence: [...evidence],
    mayBeSetAside: overridable ? { by: "broker", needsReason: true } : null,
    setAside:
      finding.setAside === null
        ? null
        : { reason: finding.setAside, by: found?.by ?? null, at: found?.at ?? null },
  };
}

const componentsOf = (verdict: Verdict): View["components"] =>
  verdict.kind === "refused"
    ? []
    : verdict.components.map((each) => ({ ...each, points: points(each.points), outOf: points(each.outOf) }));

export const getVerdict: Handler<"getVerdict"> = async ({ params }, { store, world }) => {
  const judged = await judgedNow(store, { ...params, now: world.now() });
  if (isRefusal(judged)) return judged;
  const { request, verdict } = judged;
  const findings = [...(verdict.kind === "refused" ? verdict.rules : []), ...verdict.setAside];
  return {
    status: 200,
    body: {
      ...params,
      judgedOn: verdict.judgedOn,
      mayBeProposed: verdict.kind === "may-be-proposed",
      fit: verdict.kind === "refused" ? null : points(verdict.fit),
      components: componentsOf(verdict),
      rules: findings.map((finding) => ruleView(request, params.personId, finding)),
      warnings: verdict.warnings.map((each) => ({ ...each, evidence: [...each.evidence] })),
    },
  };
};
