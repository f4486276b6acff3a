/** Text that stays within one line of a letter or its head, whatever a register or a person wrote. */
export const oneLine = (text: string): string => text.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, " ").trim();

const subjectCharacters = 150;

/** A subject of one line, cut to what mail programs show; a character of two halves is never cut in two. */
export const subjectLine = (text: string): string =>
  Array.from(oneLine(text)).slice(0, subjectCharacters).join("").trim();

const inFull = new Intl.DateTimeFormat("en-GB", { timeZone: "Europe/London", dateStyle: "full" });

/** The date of an instant in London, or a calendar date, such as Thursday, 26 November 2026. */
export const longDate = (dateOrInstant: string): string => inFull.format(new Date(dateOrInstant));
