import { counted } from "../../shared/domain/counted.ts";
import type { Offering } from "../../shared/domain/people/profileOf.ts";
import type { AnswerOf } from "../../shared/runtime/client.ts";
import { capital, html, type Html, row } from "../html.ts";
import {
  audiencesInWords,
  inMiles,
  modesInWords,
  phasesInWords,
  settingsInWords,
  supportTypesInWords,
} from "../terms.ts";
import { longDate, period } from "../words.ts";
import type { Person } from "./readPerson.ts";

const listed = <Word extends string>(
  words: Readonly<Record<Word, string>>,
  given: readonly Word[] | undefined,
  otherwise: string,
): string => capital((given ?? []).map((each) => words[each]).join(", ") || otherwise);

/** Where and for what somebody can be asked. */
const ways = (person: Offering): Html => {
  const { travelLimitMetres } = person;
  return html`${row("Phases", listed(phasesInWords, person.phases, ""))}
  ${row("Where", listed(modesInWords, person.modes, ""))}
  ${row("Travel", travelLimitMetres === null ? "No limit" : `Up to ${inMiles(travelLimitMetres)} miles`)}
  ${row("Kinds of support", listed(supportTypesInWords, person.supportTypes, "any"))}
  ${row("For whom", listed(audiencesInWords, person.audiences, "anybody"))}
  ${row("Knows from within", listed(settingsInWords, person.settings, "nothing said"))}`;
};

/** What one form changes together of how somebody can be asked for. */
export const asItIs = (person: Offering): Html =>
  html`<dl>
    ${row("Days", `${counted(person.capacityDaysPerYear, "day")} in an academic year`)}
    ${row("Work at once", `${person.capacityDeployments} at most`)} ${ways(person)}
  </dl>`;

/** When, how and how much somebody can be asked for. */
export const offering = (person: Person, capacity: AnswerOf<"getCapacity">): Html => {
  const { availability } = person;
  const { academicYear, daysLeft, daysTotal, deploymentsLeft, deploymentsTotal } = capacity;
  return html`<dl>
    ${row("Days", `${daysLeft} of ${counted(daysTotal, "day")} left in ${academicYear}`)}
    ${row("Work at once", `${deploymentsLeft} more, of ${deploymentsTotal} at most`)}
    ${row(
      "Dates",
      availability.length === 0
        ? "Any day of school"
        : availability.map((each) => html`<p>${period(each)}</p>`),
    )}
    ${ways(person)}
  </dl>`;
};

/** What others have recorded of somebody: their titles, their school's letter, and a move that is announced. */
export function onRecord(person: Person, schoolName: (schoolId: string) => string): Html {
  const { homeSchoolId, move, assurance, designations } = person;
  return html`<dl>
    ${row("School", schoolName(homeSchoolId))}
    ${
      move &&
      row(
        "Moves",
        `${move.homeSchoolId === null ? "To no school of the partnership" : `To ${schoolName(move.homeSchoolId)}`} on ${longDate(move.from)}`,
      )
    }
    ${
      designations.length > 0 &&
      row(
        "Designations",
        designations.map(
          ({ title, awardingBody, expiresOn }) =>
            html`<p>${title}, ${awardingBody}${expiresOn !== null && `, until ${longDate(expiresOn)}`}</p>`,
        ),
      )
    }
    ${row(
      "Letter of assurance",
      assurance
        ? `From ${schoolName(assurance.confirmedBySchoolId)}, until ${longDate(assurance.validUntil)}`
        : "None on record: the head sends it to the broker, and nothing is offered without one",
    )}
  </dl>`;
}
