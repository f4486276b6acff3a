import type { Refusal } from "../../shared/contract/problems.ts";
import { settle, type Settled } from "../../shared/domain/requests/closing.ts";
import type { Deployment } from "../../shared/domain/deployments/deployment.ts";
import { returnCapacity } from "../../shared/domain/people/capacity.ts";
import { seekMore } from "../../shared/domain/requests/requestSteps.ts";
import { notFound } from "../../shared/runtime/refusal.ts";
import { deploymentsOfRequest, outcomesOfRequest } from "../../shared/store/rows/deployments.ts";
import { capacities } from "../../shared/store/rows/people.ts";
import { offers, requests } from "../../shared/store/rows/requests.ts";
import { type Announcement, replace, type Store, type Write } from "../../shared/store/store.ts";

interface Moved {
  readonly settled: Settled;
  readonly write: Write;
}

interface Moving {
  readonly today: string;
  /** Days of work that had ended before, which turn out not to have been delivered; none unless given. */
  readonly daysBack?: number;
}

/** Where the request goes with its work: the row is written even when it goes on. */
export async function moveRequest(
  store: Store,
  ended: Deployment,
  { today, daysBack = 0 }: Moving,
): Promise<Moved | Refusal> {
  const { requestId, deploymentId } = ended;
  const found = await store.get(requests, { requestId });
  if (!found) return notFound("request");
  const [siblings, outcomes] = await Promise.all([
    store.all(deploymentsOfRequest(requestId)),
    store.all(outcomesOfRequest(requestId)),
  ]);
  const request = daysBack > 0 && (await wasHandedOver(store, ended)) ? seekMore(found, daysBack) : found;
  const others = siblings.filter((each) => each.deploymentId !== deploymentId);
  const settled = settle(request, { deployments: [ended, ...others], outcomes }, today);
  // Read first and written even when it goes on: of two that end together, one must see the other's end.
  const row = settled.kind === "goes-on" ? request : settled.request;
  return { settled, write: replace(requests, row) };
}

/** Whether others are sought for the work: nothing else withdraws an offer that was agreed. */
const wasHandedOver = async (store: Store, { requestId, offerId }: Deployment): Promise<boolean> =>
  (await store.get(offers, { requestId, offerId }))?.state === "withdrawn";

/** What goes back to the practitioner's year: days, and with an ending its place. */
export async function returning(
  store: Store,
  deployment: Deployment,
  back: Parameters<typeof returnCapacity>[1],
): Promise<Write[]> {
  const { personId, academicYear } = deployment;
  const capacity = await store.get(capacities, { personId, academicYear });
  return capacity ? [replace(capacities, returnCapacity(capacity, back))] : [];
}

/** The letter that the request is closed, where it is. */
export const closedLetters = (
  { requestId, schoolId }: Pick<Deployment, "requestId" | "schoolId">,
  settled: Settled,
): Announcement[] =>
  settled.kind === "closed"
    ? [
        {
          type: "request-closed",
          subject: { requestId, schoolId },
          tell: [{ to: "brokers" }, { to: "school", schoolId }],
        },
      ]
    : [];
