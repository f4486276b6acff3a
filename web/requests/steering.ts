import { proposedNow } from "../matching/proposedNow.ts";
import { steered } from "../matching/steered.ts";
import { html, type Html } from "../html.ts";
import { attempt, type Visit } from "../visit.ts";
import type { Request } from "./draftBody.ts";

/** What a broker decided about who is to come, and where to decide it. */
export async function steering(visit: Visit, request: Request, isSent: boolean): Promise<Html> {
  const { requestId, pins, exclusions, overrides } = request;
  const ids = [...new Set([...pins, ...exclusions, ...overrides].map(({ personId }) => personId))];
  const [found, explained] = await Promise.all([
    Promise.all(ids.map((personId) => attempt(visit, "getPerson", { params: { personId } }))),
    proposedNow(visit, requestId),
  ]);
  const names = new Map<string, string>(
    found.flatMap((each) => (each.kind === "refused" ? [] : [[each.body.personId, each.body.name]])),
  );
  return html`${steered(request, (id) => names.get(id) ?? "A person who was erased")}
    <ul>
      ${explained && html`<li><a href="/pages/match-runs/${explained.runId}/requests/${requestId}">What the latest match run says of it</a></li>`}
      ${isSent && html`<li><a href="/pages/requests/${requestId}/verdicts">Who could help, and what stands against each</a></li>`}
    </ul>`;
}
