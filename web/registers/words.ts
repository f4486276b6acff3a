import { counted } from "../../shared/domain/counted.ts";
import type { AnswerOf } from "../../shared/runtime/client.ts";

export type Imported = AnswerOf<"listRegisterImports">["items"][number];
type Counts = AnswerOf<"getRegisterImport">["counts"];

/** What an import told of. */
export const kindsInWords: Readonly<Record<Imported["kind"], string>> = {
  establishments: "Schools",
  memberships: "Which group each school is in",
  groups: "Groups of schools",
  successions: "Which schools follow others",
  inspections: "Inspections",
  decision: "A broker's decision which schools follow",
};

/** Where an import stands. */
export const standingInWords: Readonly<Record<Imported["state"] | "waiting" | "stale", string>> = {
  waiting: "Not in force yet",
  stale: "Never put in force",
  "in-force": "In force",
  replaced: "Replaced by a later one",
  "rolled-back": "Taken back",
};

/** How many schools an import brought, changed and did not name; a decision has no file that could. */
export const toldInShort = ({
  kind,
  added,
  changed,
  unchanged,
  absent,
}: Pick<Imported, "kind" | "added" | "changed" | "unchanged" | "absent">): string =>
  [
    kind !== "decision" && `${added} new`,
    `${changed} changed`,
    `${unchanged} as before`,
    absent > 0 && `${counted(absent, "member school")} not in the file, kept as they were`,
  ]
    .filter((each) => each !== false)
    .join(", ");

/** The lists of changes, as they are headed. */
export const changesInWords: Readonly<Record<keyof Counts, string>> = {
  opened: "New schools",
  closed: "Schools that closed",
  changed: "Schools of which something changed",
  changedTrust: "Schools in another trust",
  changedFederation: "Schools in another federation",
  succeeded: "Schools that go on under another URN",
  absent: "Member schools that the file does not have: kept as they were",
  concerns: "Schools of which a concern was raised or lifted",
  toDecide: "Schools of which you decide what follows them",
};

const facts: Readonly<Record<string, string>> = {
  urn: "URN",
  ukprn: "UKPRN",
  laCode: "code of the authority",
  laName: "name of the authority",
  isSpecial: "whether it is a special school",
  isAlternativeProvision: "whether it is alternative provision",
  eastingMetres: "where it stands, from west to east",
  northingMetres: "where it stands, from south to north",
  trustCode: "trust",
  trustName: "name of the trust",
  federationCode: "federation",
  dioceseCode: "diocese",
  pupils: "number of pupils",
  percentageFsm: "share of pupils with free school meals",
  openedOn: "day on which it opened",
  closedOn: "day on which it closed",
  aliases: "earlier URNs",
  memberships: "groups",
  judgements: "inspections",
  concern: "category of concern",
  succession: "which schools follow it",
};

/** A fact of a school, as its change is told. */
export const factInWords = (fact: string): string => facts[fact] ?? fact;
