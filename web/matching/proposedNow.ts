import type { AnswerOf } from "../../shared/runtime/client.ts";
import { html, type Html } from "../html.ts";
import { attempt, read, type Visit } from "../visit.ts";
import { lossInWords } from "./fit.ts";
import type { Names } from "./names.ts";

type Explained = AnswerOf<"explainRequest">;

/** What the latest run says of a request; undefined where it says nothing. */
export async function proposedNow(visit: Visit, requestId: string): Promise<Explained | undefined> {
  const { latestRunId } = await read(visit, "getPartnership", {});
  if (latestRunId === null) return undefined;
  const explained = await attempt(visit, "explainRequest", { params: { runId: latestRunId, requestId } });
  return explained.kind === "refused" ? undefined : explained.body;
}

/** What a run would lose with somebody in the place of whoever it proposes, as far as it has weighed that. */
function lossWith({ alternates }: Explained["proposals"][number], personId: string): string {
  const weighed = alternates.find((each) => each.personId === personId);
  if (weighed && !weighed.loss) return "it cannot be had by moving others";
  return weighed
    ? `the whole run would lose ${lossInWords(weighed.loss)}`
    : "they are not among the next three, and what the run would lose is not weighed";
}

/** Where somebody may be asked in place of those whom the latest run proposes. */
export function swapsIn(explained: Explained | undefined, personId: string, names: Names): Html | undefined {
  if (!explained) return undefined;
  const { runId, requestId, proposals } = explained;
  const isProposed = proposals.some((each) => each.personId === personId);
  return html`<h2>In the latest match run</h2>
    ${
      isProposed
        ? html`<p>They are proposed.</p>`
        : html`<ul>
            ${proposals.map(
              (each) =>
                html`<li>
                  <a
                    href="/pages/match-runs/${runId}/proposals/${requestId}/${each.personId}/swap?with=${personId}"
                    >Ask them in place of ${names.person(each.personId)}</a
                  >: ${lossWith(each, personId)}
                </li>`,
            )}
          </ul>`
    }
    <p>
      <a href="/pages/match-runs/${runId}/requests/${requestId}"
        >All that the match run says of this request</a
      >
    </p>`;
}
