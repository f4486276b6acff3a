import { fitComponents } from "../fit/fit.ts";
import type { FitComponent } from "../explain/result.ts";
import type { Pair } from "../facts/pair.ts";
import { refusals, warnings } from "./rules.ts";

/** Whether one person may be proposed for one request, with every reason for or against. */
export type Verdict =
  | {
      readonly kind: "may-be-proposed";
      readonly fit: number;
      readonly components: readonly FitComponent[];
      readonly warnings: readonly string[];
    }
  | {
      readonly kind: "refused";
      readonly rules: readonly {
        readonly rule: string;
        readonly why: string;
        readonly overridable: boolean;
      }[];
    };

/** Says why a person is, or is not, a candidate for a request: for the person concerned, and the broker. */
export function verdictOn(pair: Pair): Verdict {
  const refused = refusals(pair);
  if (refused.length > 0)
    return {
      kind: "refused",
      rules: refused.map((rule) => ({ rule: rule.name, why: rule.why(pair), overridable: rule.overridable })),
    };
  const components = fitComponents(pair);
  return {
    kind: "may-be-proposed",
    fit: components.reduce((sum, { points }) => sum + points, 0),
    components,
    warnings: warnings(pair),
  };
}
