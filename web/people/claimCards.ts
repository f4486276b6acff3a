import type { Form } from "../form.ts";
import { capital, html, type Html } from "../html.ts";
import { levelsInWords, phasesInWords } from "../terms.ts";
import { longDate } from "../words.ts";
import type { Claim, PersonRead } from "./readPerson.ts";
import { wordOn } from "./wordOnClaim.ts";

/** What the claims of somebody are told with. */
export interface Told {
  readonly of: PersonRead;
  readonly titleOf: (code: string) => string;
  readonly schoolName: (schoolId: string) => string;
  readonly form: (name: string) => Form;
}

function whoEndorses({ isHomeHead, isThemself }: PersonRead, homeSchool: string): string {
  if (!isHomeHead) return `The head of ${homeSchool} is asked.`;
  return isThemself
    ? "The broker endorses it, since nobody endorses their own."
    : "You are asked, as their head.";
}

/** That a head has looked at a claim and does not vouch for it, and how it comes before them again. */
const declinedOf = (
  { bySchoolId, on, reason }: NonNullable<Claim["endorsementDeclined"]>,
  { of, schoolName }: Told,
): Html =>
  html`<p><strong>Not endorsed</strong> for ${schoolName(bySchoolId)}, as was decided on ${longDate(on)}</p>
    ${reason !== "" && html`<p>${reason}</p>`}
    ${of.mayChange && html`<p>Once it is changed, it is for the head to look at anew.</p>`}`;

/** Whose word stands behind a claim, and whose is awaited. */
function standing(claim: Claim, told: Told): Html {
  const { of, schoolName } = told;
  const { endorsement, endorsementEnded, endorsementDeclined } = claim;
  if (endorsement)
    return html`<p>
        <strong>Endorsed</strong> for ${schoolName(endorsement.bySchoolId)} on
        ${longDate(endorsement.endorsedOn)}
      </p>
      ${endorsement.note !== "" && html`<p>${endorsement.note}</p>`}`;
  if (endorsementDeclined) return declinedOf(endorsementDeclined, told);
  const ended =
    endorsementEnded &&
    ` The word of ${schoolName(endorsementEnded.bySchoolId)} ended on ${longDate(endorsementEnded.on)}.`;
  return html`<p>
    <strong>Not endorsed yet.</strong> ${whoEndorses(of, schoolName(of.person.homeSchoolId))}${ended}
  </p>`;
}

/** What a claim says, in a sentence. */
export const claimInWords = ({ level, phases, lastPractisedYear }: Claim): string =>
  `${capital(levelsInWords[level])}, ${phases.map((each) => phasesInWords[each]).join(", ")}; last done in ${lastPractisedYear}`;

/** One declared expertise, with whose word stands behind it. */
export function claimCard(claim: Claim, told: Told, more?: Html): Html {
  const title = told.titleOf(claim.code);
  return html`<li>
    <h3>${title}</h3>
    <p>${claimInWords(claim)}</p>
    ${claim.evidence !== "" && html`<p class="quiet">${claim.evidence}</p>`} ${standing(claim, told)}
    ${more ?? (told.of.mayEndorse && wordOn(claim, told.form, title))}
  </li>`;
}
