import type { Refusal } from "../../shared/contract/problems.ts";
import { most, type RuleOverride, type SupportRequest } from "../../shared/domain/requests/request.ts";
import { withOverrides } from "../../shared/domain/requests/requestSteps.ts";
import type { Pair } from "../../shared/matching/facts/pair.ts";
import { hardRules } from "../../shared/matching/rules/rules.ts";
import { refuse } from "../../shared/runtime/refusal.ts";

interface SetAside {
  readonly pair: Pair;
  readonly rules: readonly string[];
  readonly decided: Required<Pick<RuleOverride, "reason" | "by" | "at">>;
}

/** The request with rules set aside for all that makes them refuse the pair now, and for nothing that may come. */
export function withSetAside(
  request: SupportRequest,
  { pair, rules, decided }: SetAside,
): SupportRequest | Refusal {
  const added = hardRules
    .filter(({ name }) => rules.includes(name))
    .map((rule): RuleOverride => {
      const override = { personId: pair.practitioner.id, rule: rule.name, ...decided };
      return rule.causes ? { ...override, causes: [...rule.causes(pair)] } : override;
    });
  const set = withOverrides(request, added);
  return set.overrides.length > most.overrides
    ? refuse("list-full", `A request keeps up to ${most.overrides} rules set aside; restore one first.`)
    : set;
}
