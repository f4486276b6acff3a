import { chainStart, firstBrokenLink } from "../../../shared/domain/audit.ts";
import type { RequestId } from "../../../shared/domain/ids.ts";
import { sha256 } from "../../../shared/runtime/identity.ts";
import type { Drive, Say } from "../drive.ts";
import { everyItem } from "../../../shared/runtime/everyItem.ts";
import { allDeployments } from "./delivery.ts";

/** What the audit of one request's whole life shows. */
export interface Audited {
  readonly requestId: RequestId | null;
  readonly steps: number;
  readonly actions: readonly string[];
  readonly holds: boolean;
}

/** Reads the audit of the request with most days as a broker, who sees all of it, and checks each link of its hash chain. */
export async function audit(drive: Drive, say: Say): Promise<Audited> {
  const { api, accounts } = drive;
  const as = accounts.broker;
  const deployments = await allDeployments(drive);
  const longest = deployments
    .filter(({ state }) => state === "complete")
    .toSorted((a, b) => b.daysDelivered - a.daysDelivered || (a.requestId < b.requestId ? -1 : 1))[0];
  if (!longest) {
    say("no request lived to its end");
    return { requestId: null, steps: 0, actions: [], holds: true };
  }
  const { requestId } = longest;
  const entries = await everyItem((query) => api.call("requestAudit", { as, params: { requestId }, query }));
  const broken = firstBrokenLink(entries, sha256);
  const holds = broken === undefined && entries[0]?.previousHash === chainStart;
  say(
    `${entries.length} steps of one request, ${holds ? "every link of its hash chain holds" : `BROKEN AT ${broken}`}`,
  );
  return { requestId, steps: entries.length, actions: entries.map(({ action }) => action), holds };
}
