import { textField } from "../fields.ts";
import { button, type Form, formWith } from "../form.ts";
import { away, capital, html, type Html } from "../html.ts";
import { levelsInWords, phasesInWords } from "../terms.ts";
import { longDate } from "../words.ts";
import type { Claim, PersonRead } from "./readPerson.ts";

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

/** Whose word stands behind a claim, and whose is awaited. */
function standing({ endorsement, endorsementEnded }: Claim, { of, schoolName }: Told): Html {
  if (endorsement)
    return html`<p>
        <strong>Endorsed</strong> for ${schoolName(endorsement.bySchoolId)} on
        ${longDate(endorsement.endorsedOn)}
      </p>
      ${endorsement.note !== "" && html`<p>${endorsement.note}</p>`}`;
  const ended =
    endorsementEnded &&
    ` The word of ${schoolName(endorsementEnded.bySchoolId)} ended on ${longDate(endorsementEnded.on)}.`;
  return html`<p>
    <strong>Not endorsed yet.</strong> ${whoEndorses(of, schoolName(of.person.homeSchoolId))}${ended}
  </p>`;
}

const endorseForm = (form: Form, title: string): Html =>
  html`<details ${form.typed && "open"}>
    <summary>Endorse this${away(title)}</summary>
    <p>You say that you know this of them. A broker is warned of claims that nobody has endorsed.</p>
    ${formWith(
      form,
      textField(
        form,
        {
          name: "note",
          label: "What you know it by (optional)",
          hint: "Whoever sees the claim reads it. Write no names of pupils or staff.",
        },
        2,
      ),
      button(["Endorse", away(title)]),
    )}
  </details>`;

/** What the home head, or the broker in their place, may say of a claim; an endorsement is taken back and given again. */
const wordOn = ({ code, endorsement }: Claim, { form }: Told, title: string): Html =>
  endorsement === null
    ? endorseForm(form(`endorse-${code}`), title)
    : formWith(
        form(`unendorse-${code}`),
        undefined,
        button(["Take the endorsement back", away(title)], "second"),
      );

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
    ${more ?? (told.of.mayEndorse && wordOn(claim, told, title))}
  </li>`;
}
