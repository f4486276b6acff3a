import type { Refusal } from "../../shared/contract/problems.ts";
import type { Actor } from "../../shared/domain/audit.ts";
import { keepDecision } from "../../shared/domain/requests/decision.ts";
import type { PersonId } from "../../shared/domain/ids.ts";
import type { SupportRequest } from "../../shared/domain/requests/request.ts";
import { hardRules } from "../../shared/matching/rules/rules.ts";
import type { Verdict } from "../../shared/matching/rules/verdict.ts";
import { isRefusal, notFound, refuse, wrongState } from "../../shared/runtime/refusal.ts";
import type { Handler } from "../../shared/runtime/serve.ts";
import { requests } from "../../shared/store/rows/requests.ts";
import { replace, type Write } from "../../shared/store/store.ts";
import { unchanged } from "../../shared/store/unchanged.ts";
import { people } from "../../shared/store/rows/people.ts";
import { judgedNow } from "./verdict.ts";
import { withSetAside } from "./withSetAside.ts";

const steerable: readonly SupportRequest["state"][] = ["submitted", "triaged", "open"];

/** Why a rule is not to be set aside for a pair: there is none of that name, it may not be, or nothing calls for it. */
function notToBeSetAside(name: string, verdict: Verdict): Refusal | undefined {
  const rule = hardRules.find((each) => each.name === name);
  if (!rule)
    return refuse("invalid-request", "Name a rule as a verdict names it.", [
      { pointer: "/rule", detail: "There is no such rule" },
    ]);
  if (!rule.overridable) return refuse("hard-rule", `Nobody may set the rule ${name} aside.`);
  if (verdict.setAside.some((each) => each.rule === name))
    return refuse("already-exists", `The rule ${name} is set aside for this practitioner already.`);
  const stands = verdict.kind === "refused" && verdict.rules.some((each) => each.rule === name);
  return stands
    ? undefined
    : refuse("wrong-state", `The rule ${name} does not stand against this practitioner.`);
}

interface Step {
  readonly action: "rule-set-aside" | "rule-restored";
  readonly actor: Actor;
  readonly now: string;
  readonly reason: string;
  readonly personId: PersonId;
  readonly rule: string;
}

/** The request with other rules set aside, and with who decided that and why. */
function keeping(request: SupportRequest, step: Step, also: readonly Write[] = []) {
  const { action, actor, now, reason, personId, rule } = step;
  const { requestId } = request;
  const after = keepDecision(request, { at: now, by: actor.account, action, reason });
  return {
    reply: { status: 200 as const, body: after },
    action: {
      chain: `request:${requestId}` as const,
      action,
      actor,
      facts: { requestId, personId, rule },
      writes: [replace(requests, after), ...also],
    },
  };
}

/** Sets one rule aside for one practitioner on one request: the next runs, and the broker's choices, go past it. */
export const setRuleAside: Handler<"setRuleAside"> = ({ params, body }, { world, store, actor, act }) =>
  act(async () => {
    const { requestId } = params;
    const { personId, rule, reason } = body;
    const now = world.now();
    const judged = await judgedNow(store, { requestId, personId, now });
    if (isRefusal(judged)) return judged;
    const { request, person, pair, verdict } = judged;
    if (!steerable.includes(request.state)) return wrongState("request", request.state, steerable);
    const not = notToBeSetAside(rule, verdict);
    if (not) return not;
    const decided = { reason, by: actor.account, at: now };
    const set = withSetAside(request, { pair, rules: [rule], decided });
    if (isRefusal(set)) return set;
    const step: Step = { action: "rule-set-aside", actor, now, reason, personId, rule };
    return keeping(set, step, [unchanged(people, person)]);
  });

/** Takes an override back: the rule counts again. An offer that was sent meanwhile stays, and takes no yes. */
export const restoreRule: Handler<"restoreRule"> = ({ params, body }, { world, store, actor, act }) =>
  act(async () => {
    const { requestId, personId, rule } = params;
    const request = await store.get(requests, { requestId });
    if (!request) return notFound("request");
    const overrides = request.overrides.filter((each) => each.personId !== personId || each.rule !== rule);
    if (overrides.length === request.overrides.length) return notFound("rule set aside");
    if (!steerable.includes(request.state)) return wrongState("request", request.state, steerable);
    const { reason } = body;
    const step: Step = { action: "rule-restored", actor, now: world.now(), reason, personId, rule };
    return keeping({ ...request, overrides }, step);
  });
