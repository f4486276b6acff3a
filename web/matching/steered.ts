import type { Request } from "../requests/draftBody.ts";
import { html, type Html } from "../html.ts";
import { ruleInWords } from "../rulesInWords.ts";

type Steered = Pick<Request, "requestId" | "pins" | "exclusions" | "overrides">;

/** What brokers decided about who is to come, each leading to where it is taken back. */
export function steered(
  { requestId, pins, exclusions, overrides }: Steered,
  personName: (id: string) => string,
): Html | undefined {
  const at = `/pages/requests/${requestId}/verdicts`;
  const item = (personId: string, what: string, reason: string): Html =>
    html`<li><a href="${at}/${personId}">${personName(personId)}</a> ${what}: ${reason}</li>`;
  const items = [
    ...pins.map(({ personId, reason }) => item(personId, "is pinned", reason)),
    ...exclusions.map(({ personId, reason }) => item(personId, "is excluded", reason)),
    ...overrides.map(({ personId, rule, reason }) =>
      item(personId, `may come though the rule “${ruleInWords(rule)}” speaks against it`, reason),
    ),
  ];
  return items.length === 0
    ? undefined
    : html`<h2>What you decided</h2>
        <p>Choose somebody to take it back.</p>
        <ul>
          ${items}
        </ul>`;
}
