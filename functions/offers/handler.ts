import { offersRoutes } from "../../shared/contract/routes/offers.ts";
import { httpFunction } from "../../shared/runtime/http.ts";
import { serve } from "../../shared/runtime/serve.ts";
import type { World } from "../../shared/runtime/world.ts";
import { readAgreement } from "./agreementToCome.ts";
import { acceptOffer, agreeOffer, decideRelease } from "./consent.ts";
import { counterOffer } from "./counter.ts";
import { declineOffer } from "./decline.ts";
import { listOffers } from "./list.ts";
import { getOffer, listRequestOffers } from "./read.ts";
import { settleCounter } from "./settleCounter.ts";
import { offerVisitDates } from "./visitDates.ts";
import { withdrawOffer } from "./withdraw.ts";

/** The doors of offers, from the question to the third yes. */
export const offersFunction = (world: World) => {
  const doors = { world, routes: offersRoutes };
  return httpFunction("offers", {
    listOffers: serve(doors, "listOffers", listOffers),
    listRequestOffers: serve(doors, "listRequestOffers", listRequestOffers),
    getOffer: serve(doors, "getOffer", getOffer),
    getAgreement: serve(doors, "getAgreement", readAgreement),
    offerVisitDates: serve(doors, "offerVisitDates", offerVisitDates),
    acceptOffer: serve(doors, "acceptOffer", acceptOffer),
    declineOffer: serve(doors, "declineOffer", declineOffer),
    counterOffer: serve(doors, "counterOffer", counterOffer),
    settleCounter: serve(doors, "settleCounter", settleCounter),
    decideRelease: serve(doors, "decideRelease", decideRelease),
    agreeOffer: serve(doors, "agreeOffer", agreeOffer),
    withdrawOffer: serve(doors, "withdrawOffer", withdrawOffer),
  });
};
