import { textField } from "../fields.ts";
import { button, type Form, formNamed, formWith, typed } from "../form.ts";
import { away, html, type Html } from "../html.ts";
import { attempt, done, type Done, type Trouble, type Visit } from "../visit.ts";
import { ruleInWords } from "../rulesInWords.ts";

/** The practitioner and the request that a page is about. */
export interface PairKey {
  readonly requestId: string;
  readonly personId: string;
}

interface Step {
  readonly summary: string;
  readonly meaning: string;
  readonly button: string;
}

/** What a broker can do about a pair, and take back. */
const steps = {
  pin: {
    summary: "Pin them to this request",
    meaning: "The next match runs propose them, unless a rule stands against it that is not set aside.",
    button: "Pin them",
  },
  unpin: {
    summary: "Take the pin back",
    meaning: "The next match runs weigh them as they do all others.",
    button: "Take the pin back",
  },
  exclude: {
    summary: "Exclude them from this request",
    meaning: "No later match run proposes them for it. You can take that back.",
    button: "Exclude them",
  },
  unexclude: {
    summary: "Take the exclusion back",
    meaning: "Later match runs may propose them again.",
    button: "Take the exclusion back",
  },
  aside: {
    summary: "Set this rule aside for them",
    meaning: "It then stands against them no more, for this request alone and for what it refuses now.",
    button: "Set the rule aside",
  },
  restore: {
    summary: "Let this rule count again",
    meaning: "An offer that is open stays, but nobody can say yes to it while the rule stands against it.",
    button: "Let the rule count again",
  },
} as const satisfies Record<string, Step>;
export type StepName = keyof typeof steps;

const nameOf = (step: StepName, rule: string): string => (rule === "" ? step : `${step}-${rule}`);

/** The form of a step, with its reason; the rule is that which is set aside, or counts again. */
export function stepForm(form: Form, step: StepName, rule = ""): Html {
  const { summary, meaning, button: text } = steps[step];
  const which = rule !== "" && away(ruleInWords(rule));
  return html`<details ${form.typed && "open"}>
    <summary>${summary}${which}</summary>
    <p>${meaning}</p>
    ${formWith(
      form,
      [
        html`<input type="hidden" name="rule" value="${rule}" />`,
        textField(form, { name: "reason", label: "Why", hint: "Only brokers read it." }, 2),
      ],
      button([text, which], "second"),
    )}
  </details>`;
}

/** The forms of a page about a pair, as they are asked for: whichever was sent holds what was typed. */
export function pairForms(visit: Visit, trouble: Trouble | undefined) {
  const shown: Form[] = [];
  const formFor = (step: StepName, rule = ""): Html => {
    const form = formNamed(nameOf(step, rule), visit, trouble);
    shown.push(form);
    return stepForm(form, step, rule);
  };
  return { shown, formFor };
}

type Acting = (visit: Visit, key: PairKey, about: { readonly reason: string; readonly rule: string }) => Done;

const acts: Readonly<Record<StepName, Acting>> = {
  pin: (visit, { requestId, personId }, { reason }) =>
    done(attempt(visit, "pinPerson", { params: { requestId }, body: { personId, reason } })),
  unpin: (visit, params, { reason }) => done(attempt(visit, "unpinPerson", { params, body: { reason } })),
  exclude: (visit, { requestId, personId }, { reason }) =>
    done(attempt(visit, "excludePerson", { params: { requestId }, body: { personId, reason } })),
  unexclude: (visit, params, { reason }) =>
    done(attempt(visit, "unexcludePerson", { params, body: { reason } })),
  aside: (visit, { requestId, personId }, { reason, rule }) =>
    done(attempt(visit, "setRuleAside", { params: { requestId }, body: { personId, rule, reason } })),
  restore: (visit, key, { reason, rule }) =>
    done(attempt(visit, "restoreRule", { params: { ...key, rule }, body: { reason } })),
};

const isStep = (name: string): name is StepName => Object.hasOwn(steps, name);

/** Does what one of the forms of a pair says; undefined where it was none of them. */
export function actOnPair(visit: Visit, key: PairKey): Done | undefined {
  const [step = ""] = typed(visit.form, "do").split("-");
  if (!isStep(step)) return undefined;
  return acts[step](visit, key, { reason: typed(visit.form, "reason"), rule: typed(visit.form, "rule") });
}
