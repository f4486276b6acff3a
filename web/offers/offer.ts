import { DeclineReason, isOpen, mayTakeBack } from "../../shared/domain/offers/offer.ts";
import { ConsentParty } from "../../shared/domain/partnership.ts";
import { Mode } from "../../shared/domain/vocabulary.ts";
import type { Refused } from "../../shared/runtime/client.ts";
import { typed, typedOrNull } from "../form.ts";
import { headed } from "../headed.ts";
import { html } from "../html.ts";
import { work } from "../serving.ts";
import { attempt, type Ending, type Trouble, troubleOf, type Visit } from "../visit.ts";
import {
  daysThatSuit,
  money,
  objectivesOf,
  onwards,
  suggested,
  whatIsAsked,
  whoAnswered,
  whyAsked,
} from "./details.ts";
import { answerForms, formsOf, settlingForms, takeBackForm, withdrawForm } from "./forms.ts";
import { readOffer } from "./readOffer.ts";
import { standing, titleOf } from "./wording.ts";

async function show(visit: Visit, trouble?: Trouble): Promise<Ending> {
  const offer = await readOffer(visit);
  const title = titleOf(offer);
  const { party, awaited } = offer;
  const forms = formsOf(visit, trouble);
  const settles = offer.isBroker && offer.offer.state === "countered";
  return headed(
    title,
    html`<div class="notice">
        ${standing(offer).map((each) => html`<p>${each}</p>`)} ${onwards(offer)}
        ${party !== undefined && party === awaited && html`<p><a href="#answer">Go to your answer</a></p>`}
      </div>
      ${whatIsAsked(offer)} ${suggested(offer)} ${objectivesOf(offer)} ${money(offer)} ${whyAsked(offer)}
      ${daysThatSuit(offer)} ${party !== undefined && party === awaited && answerForms(offer, party, forms)}
      ${party !== undefined && mayTakeBack(offer.offer, party) && takeBackForm(party, forms)}
      ${settles && settlingForms(forms)}
      ${offer.isBroker && !settles && isOpen(offer.offer) && withdrawForm(forms)} ${whoAnswered(offer)}`,
    { trouble, forms: Object.values(forms) },
  );
}

const choose = (field: string, detail: string): Trouble => ({
  status: 422,
  detail: "Something is missing.",
  faults: [{ field, detail }],
});

interface Key {
  readonly requestId: string;
  readonly offerId: string;
}

type Answering = Promise<{ readonly kind: "answered" } | Refused | Trouble>;

const sayYes: Readonly<Record<ConsentParty, (visit: Visit, params: Key) => Answering>> = {
  practitioner: (visit, params) =>
    attempt(visit, "acceptOffer", { params, body: { note: typedOrNull(visit.form, "note") } }),
  "home-head": (visit, params) =>
    attempt(visit, "decideRelease", {
      params,
      body: { released: true, note: typedOrNull(visit.form, "note") },
    }),
  "receiving-head": (visit, params) =>
    attempt(visit, "agreeOffer", {
      params,
      body: {
        agreed: true,
        objectives: visit.form.getAll("objectives"),
        note: typedOrNull(visit.form, "note"),
      },
    }),
};

const sayNo: Readonly<Record<ConsentParty, (visit: Visit, params: Key) => Answering>> = {
  async practitioner(visit, params) {
    const reason = DeclineReason.safeParse(visit.form.get("reason"));
    if (!reason.success) return choose("reason", "Choose why you say no");
    return attempt(visit, "declineOffer", {
      params,
      body: { reason: reason.data, note: typedOrNull(visit.form, "note") },
    });
  },
  "home-head": (visit, params) =>
    attempt(visit, "decideRelease", {
      params,
      body: { released: false, note: typedOrNull(visit.form, "note") },
    }),
  "receiving-head": (visit, params) =>
    attempt(visit, "agreeOffer", { params, body: { agreed: false, note: typedOrNull(visit.form, "note") } }),
};

async function suggest(visit: Visit, params: Key): Answering {
  const { form } = visit;
  const mode = Mode.safeParse(form.get("terms/mode"));
  if (!mode.success) return choose("terms/mode", "Choose where");
  const window = { from: typed(form, "terms/window/from"), to: typed(form, "terms/window/to") };
  const days = Number(typed(form, "terms/days"));
  return attempt(visit, "counterOffer", {
    params,
    body: { terms: { days, window, mode: mode.data }, message: typed(form, "message") },
  });
}

async function answer(visit: Visit): Promise<Ending | Trouble> {
  const params = { requestId: visit.part("requestId"), offerId: visit.part("offerId") };
  const answered = await answerAs(visit, params);
  if (!("kind" in answered)) return answered;
  return answered.kind === "refused" ? troubleOf(answered) : { kind: "go", to: visit.address };
}

const settle = (visit: Visit, params: Key, take: boolean): Answering =>
  attempt(visit, "settleCounter", { params, body: { take, reason: typed(visit.form, "reason") } });

async function answerAs(visit: Visit, params: Key): Answering {
  const sent = visit.form.get("do");
  if (sent === "take" || sent === "end") return settle(visit, params, sent === "take");
  if (sent === "withdraw")
    return attempt(visit, "withdrawOffer", { params, body: { reason: typed(visit.form, "reason") } });
  if (sent === "counter") return suggest(visit, params);
  const party = ConsentParty.safeParse(visit.form.get("as"));
  if (!party.success || (sent !== "yes" && sent !== "no")) return choose("note", "Choose what to answer.");
  return (sent === "yes" ? sayYes : sayNo)[party.data](visit, params);
}

/** An offer, for each of its three parties: what is asked and why, what it costs, and their answer. */
export const offerPage = work({ show, answer });
