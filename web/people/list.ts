import { counted } from "../../shared/domain/counted.ts";
import { routes } from "../../shared/contract/manifest.ts";
import { awaitsEndorsement } from "../../shared/domain/people/person.ts";
import { breakOn } from "../../shared/domain/people/availability.ts";
import { everyItem } from "../../shared/runtime/everyItem.ts";
import type { Option } from "../fields.ts";
import { headed } from "../headed.ts";
import { html, type Html } from "../html.ts";
import { nextPart, partAsked } from "../paging.ts";
import { work } from "../serving.ts";
import { read, type Visit } from "../visit.ts";
import { longDate } from "../words.ts";
import { readCodes, titlesOf } from "./expertise.ts";
import { lapsesOf } from "./lapses.ts";
import type { Person } from "./readPerson.ts";
import { searchAddress, searchedBy, searchForm } from "./search.ts";

interface Told {
  readonly today: string;
  readonly schoolName: string | undefined;
  readonly titleOf: (code: string) => string;
}

const cardOf = (person: Person, { today, schoolName, titleOf }: Told): Html => {
  const { personId, name, claims } = person;
  const parked = breakOn(person, today);
  const open = claims.filter(awaitsEndorsement).length;
  return html`<li>
    <h2><a href="/pages/people/${personId}">${name}</a></h2>
    ${schoolName !== undefined && html`<p>${schoolName}</p>`}
    <p>
      ${claims.length === 0 ? "Nothing is declared yet." : claims.map(({ code }) => titleOf(code)).join("; ")}
    </p>
    ${open > 0 && html`<p><strong>${counted(open, "claim")} not endorsed yet</strong></p>`}
    ${lapsesOf(person, today).map((each) => html`<p><strong>${each}</strong></p>`)}
    ${parked && html`<p>On a break until ${longDate(parked.until)}</p>`}
  </li>`;
};

const nobody = (address: string, mayAdd: boolean): Html =>
  address === "/pages/people"
    ? html`<p>
        There are none yet. ${mayAdd ? "Add the first, or upload a file of them." : "The broker adds them."}
      </p>`
    : html`<p>Nobody is found. <a href="/pages/people">Everybody</a></p>`;

const optionsOfSchools = async (visit: Visit): Promise<Option[]> =>
  (await everyItem((query) => read(visit, "listSchools", { query }))).map(({ schoolId, name }) => [
    schoolId,
    name,
  ]);

/** Practitioners: a head's own colleagues, and for those who oversee all everybody; by what is asked of them. */
export const peoplePage = work({
  async show(visit) {
    const query = { ...partAsked(visit, 50), ...searchedBy(visit.query, visit.today) };
    const [{ items, nextCursor }, me, codes] = await Promise.all([
      read(visit, "listPeople", { query }),
      read(visit, "getMe", {}),
      readCodes(visit),
    ]);
    const seesAll = me.roles.some((role) => role === "broker" || role === "director");
    const claimed = items.flatMap(({ claims }) => claims.map(({ code }) => code));
    const [schools, titleOf] = await Promise.all([
      seesAll ? optionsOfSchools(visit) : undefined,
      titlesOf(visit, claimed),
    ]);
    const mayAdd = routes.createPerson.roles.some((role) => me.roles.includes(role));
    const address = searchAddress(visit.query);
    const nameOf = (id: string) => schools?.find(([school]) => school === id)?.[1];
    return headed(
      seesAll ? "Practitioners" : "Colleagues who support other schools",
      html`${
        mayAdd &&
        html`<p><a class="button" href="/pages/people/new">Add a practitioner</a></p>
          <p><a href="/pages/people-imports">Import a file of practitioners</a></p>`
      }
      ${searchForm(visit.query, { codes, schools })}
      ${
        items.length === 0
          ? nobody(address, mayAdd)
          : html`<ul class="cards">
              ${items.map((each) => cardOf(each, { today: visit.today, schoolName: nameOf(each.homeSchoolId), titleOf }))}
            </ul>`
      }
      ${nextPart(address, nextCursor)}`,
    );
  },
});
