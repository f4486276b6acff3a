import type { Evidence } from "../../domain/runs/explanation.ts";
import type { IsoDate } from "../facts/facts.ts";
import type { Pair } from "../facts/pair.ts";
import { type FitComponent, fitComponents } from "../fit/fit.ts";
import type { HardRule } from "./rule.ts";
import { hardRules, overrideOf } from "./rules.ts";
import { type Warning, warningsOf } from "./warnings.ts";

/** A rule that stands against a pair, and the records that say so. */
export interface Finding {
  readonly rule: string;
  readonly why: string;
  readonly evidence: readonly Evidence[];
  readonly overridable: boolean;
  /** Why it was set aside for this person; null where it was not. */
  readonly setAside: string | null;
}

/** Whether one person may be proposed for one request, with every reason for or against. */
export type Verdict = {
  /** The day on which it was judged: what is past is reckoned from it. */
  readonly judgedOn: IsoDate;
  /** Rules that were set aside, and would have refused. */
  readonly setAside: readonly Finding[];
  readonly warnings: readonly Warning[];
} & (
  | {
      readonly kind: "may-be-proposed";
      readonly fit: number;
      readonly components: readonly FitComponent[];
    }
  | { readonly kind: "refused"; readonly rules: readonly Finding[] }
);

const findingOf = (rule: HardRule, pair: Pair): Finding => ({
  rule: rule.name,
  why: rule.why(pair),
  evidence: rule.evidence(pair),
  overridable: rule.overridable,
  setAside: overrideOf(rule, pair),
});

/** Says why a person is, or is not, a candidate for a request: for the person concerned, and the broker. */
export function verdictOn(pair: Pair): Verdict {
  const findings = hardRules.filter((rule) => rule.refuses(pair)).map((rule) => findingOf(rule, pair));
  const rules = findings.filter(({ setAside }) => setAside === null);
  const common = {
    judgedOn: pair.today,
    setAside: findings.filter(({ setAside }) => setAside !== null),
    warnings: warningsOf(pair),
  };
  if (rules.length > 0) return { kind: "refused", rules, ...common };
  const components = fitComponents(pair);
  const fit = components.reduce((sum, { points }) => sum + points, 0);
  return { kind: "may-be-proposed", fit, components, ...common };
}
