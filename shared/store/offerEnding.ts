import type { EndedOffer } from "../domain/offers/offerSteps.ts";
import type { SupportRequest } from "../domain/requests/request.ts";
import { recordDecline, returnSlot } from "../domain/requests/requestSteps.ts";
import { returned } from "./capacity.ts";
import { capacities } from "./rows/people.ts";
import { offers, requests } from "./rows/requests.ts";
import { replace, type Store, type Write } from "./store.ts";

interface Ending {
  readonly ended: EndedOffer;
  readonly request: SupportRequest;
  /** Whether the practitioner is not to be proposed for this request again. */
  readonly declined: boolean;
}

/** Everything that the end of one offer writes: the place and the days that it held go back with it. */
export async function endingWrites(store: Store, { ended, request, declined }: Ending): Promise<Write[]> {
  const freed = ended.heldCapacity ? returnSlot(request) : request;
  const changed = declined ? recordDecline(freed, ended.offer.personId) : freed;
  return [
    replace(offers, ended.offer),
    ...(changed === request ? [] : [replace(requests, changed)]),
    ...(await returned(store, [ended])).map((capacity) => replace(capacities, capacity)),
  ];
}
