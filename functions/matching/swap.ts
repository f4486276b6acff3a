import type { Refusal } from "../../shared/contract/problems.ts";
import { dateAt, workYearOf } from "../../shared/domain/calendar.ts";
import { keepDecision } from "../../shared/domain/decision.ts";
import type { Person } from "../../shared/domain/person.ts";
import type { SupportRequest } from "../../shared/domain/request.ts";
import { fitComponents } from "../../shared/matching/fit.ts";
import type { Pair } from "../../shared/matching/pair.ts";
import { hardRules, refusals } from "../../shared/matching/rules.ts";
import { isRefusal, notFound, refuse } from "../../shared/runtime/refusal.ts";
import type { Handler } from "../../shared/runtime/serve.ts";
import { capacityOf } from "../../shared/store/capacity.ts";
import { deploymentsOfPerson, deploymentsOfSchool } from "../../shared/store/rows/deployments.ts";
import { people } from "../../shared/store/rows/people.ts";
import { requests } from "../../shared/store/rows/requests.ts";
import { schoolWith } from "../../shared/store/schools.ts";
import { replace, type Store } from "../../shared/store/store.ts";
import { pairOf } from "./pairOf.ts";
import { proposalAtHand, refusedAsHolder } from "./proposalAtHand.ts";
import { newOffer, obstacleTo, sending } from "./send.ts";

export const swapProposal: Handler<"swapProposal"> = ({ params, body }, { world, store, actor, act }) =>
  act(async () => {
    const strange = strangeRules(body.overrideRules);
    if (strange) return strange;
    const atHand = await proposalAtHand(store, params);
    if (isRefusal(atHand)) return atHand;
    const { request } = atHand;
    const person = await store.get(people, { personId: body.withPersonId });
    if (!person) return notFound("practitioner");
    const held = refusedAsHolder(atHand.offers, person.personId);
    if (held) return held;
    const pair = await readPair(store, { request, person, now: world.now() });
    if (isRefusal(pair)) return pair;
    const judged = judge(pair, body.overrideRules);
    if (isRefusal(judged)) return judged;
    const { personId, homeSchoolId } = person;
    const offer = newOffer(atHand, { personId, homeSchoolId, ...judged.fit }, world.now());
    const obstacle = await obstacleTo(store, { offer, person, atHand });
    if (obstacle) return obstacle;
    const { reason } = body;
    const added = judged.setAside.map((rule) => ({ personId, rule, reason }));
    const overrides = [...request.overrides, ...added];
    if (overrides.length > mostOverrides)
      return refuse("invalid-request", `A request keeps up to ${mostOverrides} rules set aside.`);
    const action = "proposal-swapped";
    const decision = { at: world.now(), by: actor.account, action, reason };
    return sending({
      offer,
      actor,
      action,
      facts: { insteadOf: params.personId, setAside: judged.setAside.join(" ") },
      besides: [replace(requests, keepDecision({ ...request, overrides }, decision))],
    });
  });

const mostOverrides = 20;

/** Names among those to be set aside that no rule has. */
function strangeRules(names: readonly string[]): Refusal | undefined {
  const errors = names.flatMap((name, index) =>
    hardRules.some((rule) => rule.name === name)
      ? []
      : [{ pointer: `/overrideRules/${index}`, detail: "There is no such rule" }],
  );
  return errors.length === 0
    ? undefined
    : refuse("invalid-request", "Name rules as a refusal names them.", errors);
}

async function readPair(
  store: Store,
  {
    request,
    person,
    now,
  }: { readonly request: SupportRequest; readonly person: Person; readonly now: string },
): Promise<Pair | Refusal> {
  const [requestSchool, homeSchool, { capacity }, own, toHome] = await Promise.all([
    schoolWith(store, request.schoolId),
    schoolWith(store, person.homeSchoolId),
    capacityOf(store, person, workYearOf(request.window, dateAt(now))),
    store.all(deploymentsOfPerson(person.personId)),
    store.all(deploymentsOfSchool(person.homeSchoolId)),
  ]);
  if (!requestSchool || !homeSchool)
    return refuse("wrong-state", "Both schools have to be in the register in force.");
  const deployments = [...own, ...toHome];
  return pairOf({ today: dateAt(now), request, person, capacity, requestSchool, homeSchool, deployments });
}

interface Judged {
  readonly fit: { readonly fit: number; readonly because: string[] };
  /** The rules that the broker set aside and that would have refused the pair. */
  readonly setAside: readonly string[];
}

const capacityRules = ["no-slots", "no-days"];

/** What the engine's hard rules say of the pair, less those that the broker may and does set aside. */
function judge(pair: Pair, overrideRules: readonly string[]): Judged | Refusal {
  const refused = refusals(pair).filter(({ name }) => !capacityRules.includes(name));
  const mayPass = refused.filter((rule) => rule.overridable && overrideRules.includes(rule.name));
  const broken = refused.filter((rule) => !mayPass.includes(rule));
  if (broken.length > 0)
    return refuse(
      "hard-rule",
      "Choose somebody else, or name in `overrideRules` the rules that may be set aside.",
      broken.map((rule) => ({
        pointer: "/withPersonId",
        detail: `${rule.name}: ${rule.why(pair)} ${rule.overridable ? "May" : "May not"} be set aside.`,
      })),
    );
  const components = fitComponents(pair);
  return {
    fit: {
      fit: components.reduce((sum, { points }) => sum + points, 0) / 100,
      because: components.map(({ because }) => because),
    },
    setAside: mayPass.map(({ name }) => name),
  };
}
