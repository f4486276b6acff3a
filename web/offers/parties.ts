import type { ConsentParty } from "../../shared/domain/partnership.ts";
import { partiesInWords } from "../terms.ts";

const toPractitioner: Readonly<Record<ConsentParty, string>> = {
  ...partiesInWords,
  "home-head": "your own head",
};
const toHomeHead: Readonly<Record<ConsentParty, string>> = {
  ...partiesInWords,
  practitioner: "your colleague",
};

/** A party of an offer, as another of them calls it. */
export function partyFor(reader: ConsentParty | undefined, party: ConsentParty): string {
  if (reader === party) return "you";
  if (reader === "practitioner") return toPractitioner[party];
  return (reader === "home-head" ? toHomeHead : partiesInWords)[party];
}
