import type { RequestId } from "../../shared/domain/ids.ts";
import { isLive } from "../../shared/domain/offers/offer.ts";
import { type SupportRequest, wasBegunByLeader } from "../../shared/domain/requests/request.ts";
import type { Session } from "../../shared/runtime/session.ts";
import { offersOfRequest, requests } from "../../shared/store/rows/requests.ts";
import type { Store } from "../../shared/store/store.ts";

/** Who may write a request: the broker, the asking school, and the leader who began it. */
export const mayChange = (
  session: Session,
  request: Pick<SupportRequest, "schoolId" | "initiatedBy" | "startedBy">,
): boolean =>
  session.roles.includes("broker") ||
  (session.roles.includes("school") && session.schoolId === request.schoolId) ||
  (session.roles.includes("practitioner") &&
    wasBegunByLeader(request) &&
    session.account === request.startedBy);

/** The request, if this account may change it. */
export async function requestToChange(
  store: Store,
  session: Session,
  requestId: RequestId,
): Promise<SupportRequest | undefined> {
  const request = await store.get(requests, { requestId });
  return request && mayChange(session, request) ? request : undefined;
}

/** The request, if this account has a part in it. */
export async function requestToRead(
  store: Store,
  session: Session,
  requestId: RequestId,
): Promise<SupportRequest | undefined> {
  const request = await store.get(requests, { requestId });
  return request && (await hasPartIn(store, session, request)) ? request : undefined;
}

/** Whether this account has a part in a request: also who holds a live offer of it, and their home head. */
export async function hasPartIn(store: Store, session: Session, request: SupportRequest): Promise<boolean> {
  if (mayChange(session, request) || session.roles.includes("director")) return true;
  const offers = await store.all(offersOfRequest(request.requestId));
  return offers.some(
    (offer) =>
      isLive(offer) &&
      ((session.personId !== undefined && offer.personId === session.personId) ||
        (session.roles.includes("school") && offer.homeSchoolId === session.schoolId)),
  );
}
