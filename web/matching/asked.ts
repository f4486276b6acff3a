import { isLive } from "../../shared/domain/offers/offer.ts";
import { everyItem } from "../../shared/runtime/everyItem.ts";
import { read, type Visit } from "../visit.ts";
import { pickOf, type Proposal } from "./proposalCard.ts";

/** Which of the proposals have an offer already, that is open or agreed. */
export async function askedAlready(
  visit: Visit,
  proposals: readonly Proposal[],
): Promise<ReadonlySet<string>> {
  const requestIds = [...new Set(proposals.map(({ requestId }) => requestId))];
  const offers = await Promise.all(
    requestIds.map((requestId) =>
      everyItem((query) => read(visit, "listRequestOffers", { params: { requestId }, query })),
    ),
  );
  return new Set(
    offers
      .flat()
      .filter(({ state }) => isLive({ state }))
      .map(pickOf),
  );
}
