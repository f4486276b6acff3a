import type { Trouble } from "./visit.ts";

/** Faults as a schema words them, and as people read them; the first that fits. */
const wordings: readonly (readonly [RegExp, string])[] = [
  [/^Too small: expected string to have >=1 char/, "Write something here"],
  [/^Too small: expected string to have >=(\d+) char/, "Write at least $1 characters"],
  [/^Too big: expected string to have <=(\d+) char/, "Write at most $1 characters"],
  [/^Too small: expected array to have >=1/, "Choose at least one"],
  [/^Too small: expected number to be >=([\d.]+)/, "Give a number of at least $1"],
  [/^Too big: expected number to be <=([\d.]+)/, "Give a number of at most $1"],
  [/must be a multiple of 0\.5/, "Give whole or half days, such as 1 or 2.5"],
  [/^Invalid email address/, "Give an e-mail address, such as office@school.example"],
  [/^Invalid ISO date/, "Give a date"],
  [/^Invalid (option|input: expected one of)/, "Choose one of these"],
  [/expected int, received number/, "Give a whole number"],
  [/expected (number|int)/, "Give a number"],
  [/^This is needed and was not given/, "This is needed"],
];

/** What is wrong with a field, in words for whoever filled it. */
export function faultInWords(detail: string): string {
  for (const [pattern, words] of wordings) {
    const found = pattern.exec(detail);
    if (found) return words.replace("$1", found[1] ?? "");
  }
  return detail;
}

/** Faults of fields that were left empty, told by what to do about each: one text for all would lead nowhere by itself. */
export const whenLeftEmpty = (
  trouble: Trouble,
  form: URLSearchParams,
  words: Readonly<Record<string, string>>,
): Trouble => ({
  ...trouble,
  faults: trouble.faults.map(({ field = "", detail, ...more }) => ({
    ...more,
    field: field || undefined,
    detail: form.get(field) ? detail : (words[field] ?? detail),
  })),
});
