import { routesInWords } from "../../shared/domain/inWords.ts";
import { counted } from "../../shared/domain/counted.ts";
import { capital, html, type Html, row } from "../html.ts";
import {
  audiencesInWords,
  codeInWords,
  modesInWords,
  phasesInWords,
  settingsInWords,
  supportTypesInWords,
  urgenciesInWords,
} from "../terms.ts";
import { period } from "../words.ts";
import type { Request } from "./draftBody.ts";

/** What few requests say, each where it is said. */
const moreRows = ({
  supportType,
  audiences,
  settings,
  maxFromOneSchool,
  requiredDesignation,
}: Request): Html =>
  html`${supportType && row("Kind of support", capital(supportTypesInWords[supportType]))}
  ${audiences && row("For whom", capital(audiences.map((each) => audiencesInWords[each]).join(", ")))}
  ${settings && row("Known from within", capital(settings.map((each) => settingsInWords[each]).join(", ")))}
  ${requiredDesignation && row("Designation", requiredDesignation)}
  ${maxFromOneSchool !== undefined && row("From one school", `At most ${counted(maxFromOneSchool, "person", "people")}`)}`;

/** What a request asks for, as everybody with a part in it reads it. */
export function askedFor(request: Request, schoolName: string): Html {
  const { codes, phase, daysEach, people, window, mode, urgency, description, objectives } = request;
  return html`<h2>What is asked for</h2>
    <dl>
      ${row("School", schoolName)}
      ${row(
        "Help with",
        `${[codes.primary, ...codes.secondary].map(codeInWords).join("; ")}, ${phasesInWords[phase]}`,
      )}
      ${row("How much", `${counted(daysEach, "day")}${people > 1 ? " each" : ""} by ${counted(people, "person", "people")}, ${modesInWords[mode]}`)}
      ${row("Between", period(window))} ${row("How soon", capital(urgenciesInWords[urgency]))}
      ${moreRows(request)} ${row("Route", routesInWords[request.routePolicy])}
      ${row("In the school's words", description)}
      ${row(
        "What should change",
        objectives.map(
          ({ statement, successMeasure, baseline }) =>
            html`<p>${statement} (${successMeasure}; today: ${baseline})</p>`,
        ),
      )}
    </dl>`;
}
