import { everyItem } from "../../shared/runtime/everyItem.ts";
import { codeInWords, inWords } from "../terms.ts";
import { read, type Visit } from "../visit.ts";

/** How ids are told to people. */
export interface Names {
  readonly school: (id: string) => string;
  readonly person: (id: string) => string;
  /** What a request is about. */
  readonly need: (id: string) => string;
  /** A sentence of a run, with its ids and codes told. */
  readonly sentence: (text: string) => string;
}

/** The names of all that a run speaks of, as a broker or director may read them. */
export async function readNames(visit: Visit): Promise<Names> {
  const [schools, people, requests] = await Promise.all([
    everyItem((query) => read(visit, "listSchools", { query })),
    everyItem((query) => read(visit, "listPeople", { query })),
    everyItem((query) => read(visit, "listRequests", { query: { ...query, state: "open" } })),
  ]);
  const schoolNames = new Map<string, string>(schools.map(({ schoolId, name }) => [schoolId, name]));
  const personNames = new Map<string, string>(people.map(({ personId, name }) => [personId, name]));
  const needs = new Map<string, string>(
    requests.map(({ requestId, codes }) => [requestId, codeInWords(codes.primary)]),
  );
  const school = (id: string): string => schoolNames.get(id) ?? "a school that is no member now";
  const person = (id: string): string => personNames.get(id) ?? "somebody who is not on record now";
  const need = (id: string): string => needs.get(id) ?? "a request that is not open now";
  return {
    school,
    person,
    need,
    sentence: (text) =>
      inWords(
        text
          .replace(/\bsch_\w+/g, school)
          .replace(/\bper_\w+/g, person)
          .replace(/\breq_\w+/g, need),
      ),
  };
}
