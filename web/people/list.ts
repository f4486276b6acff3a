import { breakOn } from "../../shared/domain/people/availability.ts";
import { headed } from "../headed.ts";
import { html, type Html } from "../html.ts";
import { nextPart, partAsked } from "../paging.ts";
import { schoolNamesOf } from "../schoolNames.ts";
import { work } from "../serving.ts";
import { read } from "../visit.ts";
import { counted, longDate } from "../words.ts";
import { titlesOf } from "./expertise.ts";
import type { Person } from "./readPerson.ts";

interface Told {
  readonly today: string;
  readonly schoolName: string | undefined;
  readonly titleOf: (code: string) => string;
}

const cardOf = (person: Person, { today, schoolName, titleOf }: Told): Html => {
  const { personId, name, claims } = person;
  const parked = breakOn(person, today);
  const open = claims.filter(({ endorsement }) => endorsement === null).length;
  return html`<li>
    <h2><a href="/pages/people/${personId}">${name}</a></h2>
    ${schoolName !== undefined && html`<p>${schoolName}</p>`}
    <p>
      ${claims.length === 0 ? "Nothing is declared yet." : claims.map(({ code }) => titleOf(code)).join("; ")}
    </p>
    ${open > 0 && html`<p><strong>${counted(open, "claim")} not endorsed yet</strong></p>`}
    ${parked && html`<p>On a break until ${longDate(parked.until)}</p>`}
  </li>`;
};

/** Practitioners: a head's own colleagues, and for those who oversee all everybody. */
export const peoplePage = work({
  async show(visit) {
    const query = partAsked(visit, 50);
    const [{ items, nextCursor }, me] = await Promise.all([
      read(visit, "listPeople", { query }),
      read(visit, "getMe", {}),
    ]);
    const ofSchool = !me.roles.some((role) => role === "broker" || role === "director");
    const homes = ofSchool ? [] : items.map(({ homeSchoolId }) => homeSchoolId);
    const codes = items.flatMap(({ claims }) => claims.map(({ code }) => code));
    const [schoolNames, titleOf] = await Promise.all([schoolNamesOf(visit, homes), titlesOf(visit, codes)]);
    return headed(
      ofSchool ? "Colleagues who support other schools" : "Practitioners",
      html`${
        items.length === 0
          ? html`<p>There are none yet. The broker adds them.</p>`
          : html`<ul class="cards">
              ${items.map((each) => cardOf(each, { today: visit.today, schoolName: schoolNames.get(each.homeSchoolId), titleOf }))}
            </ul>`
      }
      ${nextPart("/pages/people", nextCursor)}`,
    );
  },
});
