import { breakOn } from "../../shared/domain/people/availability.ts";
import { formNamed, nothingChosen } from "../form.ts";
import { headed } from "../headed.ts";
import { html, type Html } from "../html.ts";
import { schoolNamesOf } from "../schoolNames.ts";
import { work } from "../serving.ts";
import { type Done, type Ending, read, type Trouble, type Visit } from "../visit.ts";
import { longDate } from "../words.ts";
import { claimCard, type Told } from "./claimCards.ts";
import { titlesOf } from "./expertise.ts";
import { lapsesOf, whatToDo } from "./lapses.ts";
import { pause, pauseForms, resume } from "./pause.ts";
import { awaitsEndorsement } from "../../shared/domain/people/person.ts";
import { type Person, personKeyOf, type PersonRead, readPerson } from "./readPerson.ts";
import { offering, onRecord } from "./summary.ts";
import { promised, workUnderWay } from "./work.ts";
import { speak, wordIn } from "./wordOnClaim.ts";

/** How schools that a practitioner's page names are called. */
export async function schoolNamesFor(visit: Visit, person: Person): Promise<(schoolId: string) => string> {
  const { homeSchoolId, move, assurance, claims, declaredInterests } = person;
  const names = await schoolNamesOf(visit, [
    homeSchoolId,
    move?.homeSchoolId,
    assurance?.confirmedBySchoolId,
    ...declaredInterests.map(({ schoolId }) => schoolId),
    ...claims.flatMap(({ endorsement, endorsementEnded, endorsementDeclined }) => [
      endorsement?.bySchoolId,
      endorsementEnded?.bySchoolId,
      endorsementDeclined?.bySchoolId,
    ]),
  ]);
  return (schoolId) => names.get(schoolId) ?? "another school";
}

/** What the reader is told first. */
function firstOf(of: PersonRead, today: string): Html | undefined {
  const { person, me, isThemself, isHomeHead, mayChange, at } = of;
  const { claims } = person;
  const parked = breakOn(person, today);
  const lapses = lapsesOf(person, today);
  const isDue = isThemself && me.waiting.some(({ what }) => what === "confirm-claims");
  const toEndorse = isHomeHead && !isThemself && claims.some(awaitsEndorsement);
  const told = [
    parked && `On a break until ${longDate(parked.until)}: nothing is offered until then.`,
    parked?.reason && `Why: ${parked.reason}`,
    toEndorse && "Look at what your colleague says they can do, and endorse what you can vouch for.",
    isDue && "It is a year since it was last confirmed that these claims hold.",
    claims.length === 0 &&
      `Nothing is declared yet, so that no request can find ${isThemself ? "you" : "them"}.`,
    ...(lapses.length > 0 ? [`${lapses.join(". ")}. ${whatToDo(of, today)}`] : []),
  ].filter((each) => typeof each === "string" && each !== "");
  const leadsOn = mayChange && (isDue || claims.length === 0);
  return told.length === 0
    ? undefined
    : html`<div class="notice">
        ${told.map((each) => html`<p>${each}</p>`)}
        ${leadsOn && html`<p><a href="${at}/claims">${claims.length === 0 ? "Declare it" : "Confirm or change them"}</a></p>`}
      </div>`;
}

const claimsOf = (told: Told): Html => {
  const { person, mayChange, they, at } = told.of;
  return html`<h2>What ${they} can help with</h2>
    ${
      person.claims.length === 0
        ? html`<p>Nothing is declared yet.</p>`
        : html`<ul class="cards">
            ${person.claims.map((each) => claimCard(each, told))}
          </ul>`
    }
    ${mayChange && html`<p><a href="${at}/claims">Declare, confirm or change what ${they} can help with</a></p>`}`;
};

async function show(visit: Visit, trouble?: Trouble): Promise<Ending> {
  const of = await readPerson(visit);
  const { person, mayChange, maySetStanding, mayErase, isThemself, they, at } = of;
  const [capacity, works, titleOf, schoolName] = await Promise.all([
    read(visit, "getCapacity", { params: personKeyOf(visit) }),
    workUnderWay(visit),
    titlesOf(
      visit,
      person.claims.map(({ code }) => code),
    ),
    schoolNamesFor(visit, person),
  ]);
  const form = (name: string) => formNamed(name, visit, trouble);
  return headed(
    person.name,
    html`${firstOf(of, visit.today)} ${claimsOf({ of, titleOf, schoolName, form })}
      <h2>When and how ${they} can be asked</h2>
      ${offering(person, capacity)}
      ${mayChange && html`<p><a href="${at}/profile">Change days, dates, places and interests</a></p>`}
      ${promised(works, of)} ${pauseForms(of, visit.today, form)}
      <h2>On record</h2>
      ${onRecord(person, schoolName)}
      ${
        maySetStanding &&
        html`<ul>
          <li><a href="${at}/standing">Change what is on record</a></li>
          <li><a href="${at}/move">Record a move to another school</a></li>
        </ul>`
      }
      ${mayChange && html`<p><a href="${at}/held">All that is held about ${isThemself ? "you" : "them"}, as a file</a></p>`}
      ${mayErase && html`<p><a href="${at}/erasure">Erase ${person.name}, if they left</a></p>`}`,
    { trouble, forms: [form(visit.form.get("do") ?? "")] },
  );
}

function act(visit: Visit): Done {
  const sent = visit.form.get("do") ?? "";
  if (sent === "pause") return pause(visit);
  if (sent === "resume") return resume(visit);
  const word = wordIn(sent);
  if (word) return speak(visit, word);
  return Promise.resolve(nothingChosen);
}

/** A practitioner: what they can help with, for which their head vouches, and when and how they can be asked. */
export const personPage = work({
  show,
  async answer(visit) {
    const acted = await act(visit);
    return "kind" in acted ? { kind: "go", to: visit.address } : acted;
  },
});
