// Twelve digits in one piece, or in threes or fours behind the leading zero that issued numbers have.
const certificateNumber =
  /(?<![\w+]|\d[ -])(?:\d{12}|0\d{3}(?:[ -]\d{4}){2}|0\d{2}(?:[ -]\d{3}){3})(?!\w|[ -]\d)/;

/** What to tell a person whose text seems to hold the number of a DBS certificate. */
export const certificateNumberProblem =
  "This looks like the number of a DBS certificate (twelve digits), which is never held here: leave it out; the employer's assurance is recorded by school and dates";

/**
 * Whether a text seems to hold the number of a certificate of the Disclosure and Barring Service: twelve digits
 * that stand alone (DBS certificate numbers have twelve, at present from 00). Dates, URNs, years, telephone
 * numbers and ids are none.
 */
export const holdsCertificateNumber = (text: string): boolean => certificateNumber.test(text);
