import { html, type Html } from "../html.ts";
import { idsIn, namesFor } from "../namesFor.ts";
import { requestLink } from "../requests/link.ts";
import { codeInWords, inWords } from "../terms.ts";
import type { Visit } from "../visit.ts";
import { period } from "../words.ts";

/** How ids are told to people. */
export interface Names {
  readonly school: (id: string) => string;
  readonly person: (id: string) => string;
  /** The name of a practitioner, where the reader may know it. */
  readonly named: (id: string) => string | undefined;
  /** What a request is about. */
  readonly need: (id: string) => string;
  /** Whose request it is, and when; undefined where that is not known. */
  readonly asked: (id: string) => string | undefined;
  /** A request told from all others: what it is about, whose it is, and when. */
  readonly wholeRequest: (id: string) => string;
  /** A link to a request, by what it is about. */
  readonly request: (id: string) => Html;
  /** A sentence of a run, with its ids and codes told. */
  readonly sentence: (text: string) => string;
}

/** The names of all that is spoken of in what is told, as far as the reader may know them. */
export async function readNames(visit: Visit, told: unknown): Promise<Names> {
  const { schools, people, requests } = await namesFor(visit, idsIn(told));
  const schoolNames = new Map<string, string>(schools.map(({ schoolId, name }) => [schoolId, name]));
  const personNames = new Map<string, string>(people.map(({ personId, name }) => [personId, name]));
  const known = new Map<string, (typeof requests)[number]>(requests.map((each) => [each.requestId, each]));
  const school = (id: string): string => schoolNames.get(id) ?? "a school that is no member now";
  const named = (id: string): string | undefined => personNames.get(id);
  const person = (id: string): string => named(id) ?? "a person who was erased";
  const unknown = "a request that is not known any more";
  const need = (id: string): string => {
    const found = known.get(id);
    return found ? codeInWords(found.need) : unknown;
  };
  const asked = (id: string): string | undefined => {
    const found = known.get(id);
    return found && `${school(found.schoolId)}, ${period(found.window)}`;
  };
  const request = (id: string): Html => {
    const found = known.get(id);
    return found
      ? requestLink({ ...found, codes: { primary: found.need } }, school(found.schoolId))
      : html`<a href="/pages/requests/${id}">${unknown}</a>`;
  };
  return {
    school,
    person,
    named,
    need,
    asked,
    wholeRequest: (id) => [need(id), asked(id)].filter((each) => each !== undefined).join(", "),
    request,
    sentence: (text) =>
      inWords(
        text
          .replace(/\bsch_\w+/g, school)
          .replace(/\bper_\w+/g, person)
          .replace(/\breq_\w+/g, need),
      ),
  };
}
