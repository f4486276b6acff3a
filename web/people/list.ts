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
import { tableOf } from "../table.ts";
import { read, type Visit } from "../visit.ts";
import { longDate } from "../words.ts";
import { readCodes, titlesOf } from "./expertise.ts";
import { lapsesOf } from "./lapses.ts";
import type { Person } from "./readPerson.ts";
import { searchAddress, searchedBy, searchForm } from "./search.ts";

interface Told {
  readonly today: string;
  readonly schoolNames: ReadonlyMap<string, string>;
  readonly titleOf: (code: string) => string;
}

const declaredBy = ({ claims }: Person, { titleOf }: Told): string =>
  claims.length === 0 ? "Nothing is declared yet." : claims.map(({ code }) => titleOf(code)).join("; ");

/** What somebody should see to, or know, before this person is asked. */
function toKnow(person: Person, { today }: Told): readonly string[] {
  const parked = breakOn(person, today);
  const open = person.claims.filter(awaitsEndorsement).length;
  return [
    ...(open > 0 ? [`${counted(open, "claim")} not endorsed yet`] : []),
    ...lapsesOf(person, today),
    ...(parked ? [`On a break until ${longDate(parked.until)}`] : []),
  ];
}

const nameOf = ({ personId, name }: Person): Html => html`<a href="/pages/people/${personId}">${name}</a>`;

const cardOf = (person: Person, told: Told): Html =>
  html`<li>
    <h2>${nameOf(person)}</h2>
    <p>${declaredBy(person, told)}</p>
    ${toKnow(person, told).map((each) => html`<p><strong>${each}</strong></p>`)}
  </li>`;

/** For those who oversee many schools: a line for each person. */
const tableOfPeople = (people: readonly Person[], told: Told): Html =>
  html`<div class="wide">
    ${tableOf(
      "Practitioners",
      ["Practitioner", "School", "Can help with", "To know"],
      people.map((person) => [
        nameOf(person),
        told.schoolNames.get(person.homeSchoolId),
        declaredBy(person, told),
        toKnow(person, told).map((each) => html`<p>${each}</p>`),
      ]),
    )}
  </div>`;

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
    const told = { today: visit.today, schoolNames: new Map(schools), titleOf };
    const listed = seesAll
      ? tableOfPeople(items, told)
      : html`<ul class="cards">
          ${items.map((each) => cardOf(each, told))}
        </ul>`;
    return headed(
      seesAll ? "Practitioners" : "Colleagues who support other schools",
      html`${
        mayAdd &&
        html`<p><a class="button" href="/pages/people/new">Add a practitioner</a></p>
          <p><a href="/pages/people-imports">Import a file of practitioners</a></p>`
      }
      ${searchForm(visit.query, { codes, schools })} ${items.length === 0 ? nobody(address, mayAdd) : listed}
      ${nextPart(address, nextCursor)}`,
    );
  },
});
