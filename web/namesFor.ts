import { mostNamed } from "../shared/contract/routes/names.ts";
import type { AnswerOf } from "../shared/runtime/client.ts";
import { read, type Visit } from "./visit.ts";

type Named = AnswerOf<"nameEach">;

/** Every id of a school, a practitioner or a request in what is told, also within its sentences. */
export const idsIn = (told: unknown): readonly string[] =>
  JSON.stringify(told).match(/\b(?:sch|per|req)_[a-z0-9]{8,32}\b/g) ?? [];

/** How some schools, practitioners and requests are called, as far as their reader may know them. */
export async function namesFor(visit: Pick<Visit, "client">, ids: Iterable<string>): Promise<Named> {
  const all = [...new Set(ids)];
  const parts = Array.from({ length: Math.ceil(all.length / mostNamed) }, (_, at) =>
    all.slice(at * mostNamed, (at + 1) * mostNamed).join(","),
  );
  const told = await Promise.all(parts.map((part) => read(visit, "nameEach", { query: { ids: part } })));
  return {
    schools: told.flatMap(({ schools }) => schools),
    people: told.flatMap(({ people }) => people),
    requests: told.flatMap(({ requests }) => requests),
  };
}
