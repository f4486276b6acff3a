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
export const offersFunction = (world: World) =>
  httpFunction("offers", {
    listOffers: serve(world, "listOffers", listOffers),
    listRequestOffers: serve(world, "listRequestOffers", listRequestOffers),
    getOffer: serve(world, "getOffer", getOffer),
    getAgreement: serve(world, "getAgreement", readAgreement),
    offerVisitDates: serve(world, "offerVisitDates", offerVisitDates),
    acceptOffer: serve(world, "acceptOffer", acceptOffer),
    declineOffer: serve(world, "declineOffer", declineOffer),
    counterOffer: serve(world, "counterOffer", counterOffer),
    settleCounter: serve(world, "settleCounter", settleCounter),
    decideRelease: serve(world, "decideRelease", decideRelease),
    agreeOffer: serve(world, "agreeOffer", agreeOffer),
    withdrawOffer: serve(world, "withdrawOffer", withdrawOffer),
  });
