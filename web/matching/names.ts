import { everyItem } from "../../shared/runtime/everyItem.ts";
import { html, type Html } from "../html.ts";
import type { Request } from "../requests/draftBody.ts";
import { requestLink } from "../requests/link.ts";
import { codeInWords, inWords } from "../terms.ts";
import { attempt, read, type Visit } from "../visit.ts";
import { period } from "../words.ts";

/** How ids are told to people. */
export interface Names {
  readonly school: (id: string) => string;
  readonly person: (id: string) => string;
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

/** As many requests as are asked for one by one; of more, all that there are take fewer calls. */
const mostAlone = 20;

/** Requests that are not open now. */
async function readRequests(visit: Visit, ids: readonly string[]): Promise<readonly Request[]> {
  if (ids.length > mostAlone) return everyItem((query) => read(visit, "listRequests", { query }));
  const found = await Promise.all(
    ids.map((requestId) => attempt(visit, "getRequest", { params: { requestId } })),
  );
  return found.flatMap((each) => (each.kind === "refused" ? [] : [each.body]));
}

/** The names of all that a run speaks of, as a broker or director may read them; `also` are requests that may not be open now. */
export async function readNames(visit: Visit, also: readonly string[] = []): Promise<Names> {
  const [schools, people, requests] = await Promise.all([
    everyItem((query) => read(visit, "listSchools", { query })),
    everyItem((query) => read(visit, "listPeople", { query })),
    everyItem((query) => read(visit, "listRequests", { query: { ...query, state: "open" } })),
  ]);
  const schoolNames = new Map<string, string>(schools.map(({ schoolId, name }) => [schoolId, name]));
  const personNames = new Map<string, string>(people.map(({ personId, name }) => [personId, name]));
  const known = new Map<string, Request>(requests.map((each) => [each.requestId, each]));
  const closed = await readRequests(
    visit,
    [...new Set(also)].filter((id) => !known.has(id)),
  );
  for (const each of closed) known.set(each.requestId, each);
  const school = (id: string): string => schoolNames.get(id) ?? "a school that is no member now";
  const person = (id: string): string => personNames.get(id) ?? "a person who was erased";
  const notOpen = "a request that is not open now";
  const need = (id: string): string => {
    const found = known.get(id);
    return found ? codeInWords(found.codes.primary) : notOpen;
  };
  const asked = (id: string): string | undefined => {
    const found = known.get(id);
    return found && `${school(found.schoolId)}, ${period(found.window)}`;
  };
  const request = (id: string): Html => {
    const found = known.get(id);
    return found
      ? requestLink(found, school(found.schoolId))
      : html`<a href="/pages/requests/${id}">${notOpen}</a>`;
  };
  return {
    school,
    person,
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
