import { counted } from "../../shared/domain/counted.ts";
import { isOpen } from "../../shared/domain/offers/offer.ts";
import { deploymentIdOf } from "../../shared/runtime/deploymentId.ts";
import { capital, html, type Html, row } from "../html.ts";
import { codeInWords, declineReasonsInWords, modesInWords, phasesInWords } from "../terms.ts";
import { priceRows } from "../price.ts";
import { longDate, period } from "../words.ts";
import { partyFor } from "./parties.ts";
import { reasonInWords } from "./reasons.ts";
import type { OfferRead } from "./readOffer.ts";

/** What is asked of the practitioner, and for what. */
export function whatIsAsked(read: OfferRead): Html {
  const { offer, party, request, supportedSchool, homeSchool, agreement } = read;
  const { days, window, mode } = offer.terms;
  const codes = request ? [request.codes.primary, ...request.codes.secondary].map(codeInWords) : [];
  return html`<h2>What is asked</h2>
    <dl>
      ${row("School", supportedSchool)}
      ${codes.length > 0 && request && row("Help with", `${codes.join("; ")}, ${phasesInWords[request.phase]}`)}
      ${row("Days", `${counted(days, "day")}, ${modesInWords[mode]}`)} ${row("Between", period(window))}
      ${daysOfColleague(read)}
      ${party !== "practitioner" && agreement && row("Who would come", html`${agreement.practitioner.name ?? "Told once they have said yes"}`)}
      ${party !== "practitioner" && row("From", homeSchool)}
      ${request && row("In the school's words", request.description)}
    </dl>`;
}

/** What should change, and how anybody would know. */
export const objectivesOf = ({ agreement, request }: OfferRead): Html | undefined => {
  const objectives = agreement?.objectives ?? request?.objectives ?? [];
  if (objectives.length === 0) return undefined;
  return html`<h2>What should change</h2>
    <ul>
      ${objectives.map(
        ({ statement, successMeasure, baseline }) =>
          html`<li>
            ${statement}<br /><span class="quiet">Measured by: ${successMeasure}. Today: ${baseline}.</span>
          </li>`,
      )}
    </ul>`;
};

const toWhom = { practitioner: "Why you were asked", other: "Why this practitioner was found" } as const;

/** The reasons of the fit. */
export const whyAsked = ({ offer, party }: OfferRead): Html | undefined =>
  offer.because.length === 0
    ? undefined
    : html`<h2>${party === "practitioner" ? toWhom.practitioner : toWhom.other}</h2>
        <ul>
          ${offer.because.map((each) => html`<li>${reasonInWords(each, party === "practitioner")}</li>`)}
        </ul>
        ${
          party === "practitioner" &&
          offer.runId !== null &&
          html`<p>
            <a href="/pages/match-runs/${offer.runId}/practitioners/${offer.personId}"
              >All that the match run said of you, and why you were not asked for others</a
            >
          </p>`
        }`;

/** The terms that somebody suggested instead, while the broker has not settled them. */
export function suggested({ party, offer: { state, counter } }: OfferRead): Html | undefined {
  if (state !== "countered" || !counter) return undefined;
  const { days, mode, window } = counter.terms;
  return html`<h2>Suggested instead</h2>
    <dl>
      ${row("By", capital(partyFor(party, counter.by)))}
      ${row("Days", `${counted(days, "day")}, ${modesInWords[mode]}`)} ${row("Between", period(window))}
      ${counter.message !== null && row("Because", counter.message)}
    </dl>`;
}

/** Days on which a visit would suit both schools. */
export const daysThatSuit = ({ visitDates }: OfferRead): Html | undefined =>
  visitDates.length === 0
    ? undefined
    : html`<h2>Days that suit both schools</h2>
        <p>These are suggestions. Nothing is booked.</p>
        <ul>
          ${visitDates.map(
            ({ date, kind }) =>
              html`<li>${longDate(date)}${kind === "inset" && ", a training day at the school"}</li>`,
          )}
        </ul>`;

const reads = { "home-head": "home-school", "receiving-head": "supported-school" } as const;

/** What it costs, and who gets it. */
export const money = ({ agreement, party }: OfferRead): Html | undefined =>
  agreement &&
  html`<h2>${party === "home-head" ? "What your school is paid" : "What it costs"}</h2>
    <dl>
      ${priceRows(agreement, party === undefined || party === "practitioner" ? undefined : reads[party])}
    </dl>`;

/** How many of their days a colleague has given away, for the head who is to release them. */
const daysOfColleague = ({ offer, party, capacity }: OfferRead): Html | undefined => {
  if (party !== "home-head" || !isOpen(offer) || capacity?.academicYear !== offer.academicYear)
    return undefined;
  const { daysLeft, daysTotal, academicYear } = capacity;
  const isTaken = offer.consents.some((each) => each.party === "practitioner" && each.answer === "yes");
  const days = counted(offer.terms.days, "day");
  return row(
    "Their days",
    `${daysLeft} of ${counted(daysTotal, "day")} for other schools are left in ${academicYear}, ` +
      (isTaken ? `with these ${days} taken off` : `before these ${days}`),
  );
};

const answers = {
  yes: "said yes",
  no: "said no",
  awaited: "asked now",
  "not-yet-asked": "not asked yet",
} as const;

/** Why somebody said no, and what they wrote beside their answer, for those who may read it. */
const besides = (
  { declineReason }: OfferRead["offer"],
  { answer, note }: OfferRead["offer"]["consents"][number],
): Html[] =>
  [answer === "no" && declineReason !== null && declineReasonsInWords[declineReason], note]
    .filter((each) => typeof each === "string" && each !== "")
    .map((each) => html`<p>${each}</p>`);

/** Who has answered, in the order in which they are asked. */
export const whoAnswered = ({ offer, party: mine }: OfferRead): Html =>
  html`<h2>Who has answered</h2>
    <dl>
      ${offer.consents.map((consent) => {
        const { party, answer, answeredAt } = consent;
        const who = partyFor(mine, party);
        const when = answeredAt === null ? "" : ` on ${longDate(answeredAt)}`;
        return row(capital(who), [
          `${answer === "awaited" && !isOpen(offer) ? "had not answered" : answers[answer]}${when}`,
          besides(offer, consent),
        ]);
      })}
    </dl>`;

/** Where to go on once all is agreed. */
export const onwards = ({ offer }: OfferRead): Html | undefined =>
  offer.state === "agreed"
    ? html`<p>
          <a href="/pages/requests/${offer.requestId}/deployments/${deploymentIdOf(offer.offerId)}"
            >The work, with its records of visit</a
          >
        </p>
        <p>
          <a href="/pages/requests/${offer.requestId}/deployments/${deploymentIdOf(offer.offerId)}/contacts"
            >Names and addresses of who works together</a
          >
        </p>`
    : undefined;
