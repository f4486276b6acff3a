import { counted } from "../../shared/domain/counted.ts";
import { deploymentIdOf } from "../../shared/runtime/deploymentId.ts";
import { capital, html, type Html, row } from "../html.ts";
import {
  codeInWords,
  declineReasonsInWords,
  inWords,
  modesInWords,
  partiesInWords,
  phasesInWords,
} from "../terms.ts";
import { longDate, period, pounds } from "../words.ts";
import type { OfferRead } from "./readOffer.ts";

/** What is asked of the practitioner, and for what. */
export function whatIsAsked({
  offer,
  party,
  request,
  supportedSchool,
  homeSchool,
  agreement,
}: OfferRead): Html {
  const { days, window, mode } = offer.terms;
  const codes = request ? [request.codes.primary, ...request.codes.secondary].map(codeInWords) : [];
  return html`<h2>What is asked</h2>
    <dl>
      ${row("School", supportedSchool)}
      ${codes.length > 0 && request && row("Help with", `${codes.join("; ")}, ${phasesInWords[request.phase]}`)}
      ${row("Days", `${counted(days, "day")}, ${modesInWords[mode]}`)} ${row("Between", period(window))}
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
          ${offer.because.map((each) => html`<li>${inWords(each)}</li>`)}
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
export function suggested({ offer: { state, counter } }: OfferRead): Html | undefined {
  if (state !== "countered" || !counter) return undefined;
  const { days, mode, window } = counter.terms;
  return html`<h2>Suggested instead</h2>
    <dl>
      ${row("By", partiesInWords[counter.by])}
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

const payers = {
  "supported-school": "the school that asked",
  "partnership-pot": "the partnership",
  "local-authority": "the local authority",
} as const;

/** What it costs, and who gets it. */
export function money({ agreement, party }: OfferRead): Html | undefined {
  if (!agreement) return undefined;
  const { daysPlanned, dayRatePence, chargedPence, homeSchoolSharePence, payer, brokeragePence } = agreement;
  return html`<h2>${party === "home-head" ? "What your school is paid" : "What it costs"}</h2>
    <dl>
      ${row("In all", `${pounds(chargedPence)}: ${counted(daysPlanned, "day")} at ${pounds(dayRatePence)}`)}
      ${row("Paid by", payers[payer])}
      ${row(
        "Of which",
        `${pounds(homeSchoolSharePence * daysPlanned)} to the practitioner's school, ${pounds(brokeragePence)} for brokerage`,
      )}
    </dl>`;
}

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
export const whoAnswered = ({ offer }: OfferRead): Html =>
  html`<h2>Who has answered</h2>
    <dl>
      ${offer.consents.map((consent) => {
        const { party, answer, answeredAt } = consent;
        const who = partiesInWords[party];
        const when = answeredAt === null ? "" : ` on ${longDate(answeredAt)}`;
        return row(capital(who), [`${answers[answer]}${when}`, besides(offer, consent)]);
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
