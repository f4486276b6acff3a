import type { PersonId, RequestId } from "../../domain/ids.ts";
import type { InputProblem, MatchInput } from "../facts/facts.ts";
import { fitComponents } from "../fit/fit.ts";
import type { FitComponent } from "../explain/result.ts";
import { rosterOf } from "../facts/roster.ts";
import { refusals, warnings } from "./rules.ts";
import { problemsOf } from "../facts/validate.ts";

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
    }
  | { readonly kind: "not-found" }
  | { readonly kind: "invalid-input"; readonly problems: readonly InputProblem[] };

/** Says why a person was, or was not, a candidate for a request: for the person concerned, and the broker. */
export function verdictOn(input: MatchInput, requestId: RequestId, personId: PersonId): Verdict {
  const problems = problemsOf(input);
  if (problems.length > 0) return { kind: "invalid-input", problems };
  const roster = rosterOf(input);
  const request = roster.requests.find(({ id }) => id === requestId);
  const place = roster.placeOfPerson.get(personId);
  if (request === undefined || place === undefined) return { kind: "not-found" };
  const pair = roster.pairsFor(request)(place);
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
