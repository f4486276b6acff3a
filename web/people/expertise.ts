import { markOf } from "../../shared/domain/people/expertise.ts";
import { families } from "../../shared/registers/taxonomy.ts";
import type { AnswerOf } from "../../shared/runtime/client.ts";
import { everyItem } from "../../shared/runtime/everyItem.ts";
import type { Option } from "../fields.ts";
import { codeInWords } from "../terms.ts";
import { read, type Visit } from "../visit.ts";

export type Expertise = AnswerOf<"listExpertise">["items"][number];

/** Codes to choose among, the partnership's own leaves too. */
export const readCodes = (visit: Visit): Promise<Expertise[]> =>
  everyItem((query) => read(visit, "listExpertise", { query: { ...query, state: "current" } }));

/** Codes to choose among by their families. */
export const groupedCodes = (codes: readonly Expertise[]) =>
  families.map(
    ({ family, title }) =>
      [
        title,
        codes
          .filter((each) => each.family === family)
          .map((each): Option => [each.code, each.kind === "leaf" ? `${each.title} (local)` : each.title]),
      ] as const,
  );

/** What codes are called, by code: a leaf, which no taxonomy lists, by the partnership's name for it. */
export async function titlesOf(visit: Visit, codes: readonly string[]): Promise<(code: string) => string> {
  const leaves = codes.some((code) => markOf(code) !== undefined)
    ? await everyItem((query) => read(visit, "listExpertise", { query: { ...query, kind: "leaf" } }))
    : [];
  return (code) => leaves.find((each) => each.code === code)?.title ?? codeInWords(code);
}
