import type { AnswerOf } from "../../shared/runtime/client.ts";
import { html, type Html } from "../html.ts";
import { longDate } from "../words.ts";
import type { Names } from "./names.ts";

type Evidence = AnswerOf<"getVerdict">["rules"][number]["evidence"][number];

const records: Readonly<Record<Evidence["record"], string>> = {
  membership: "The register's groups",
  employment: "Where they work or worked",
  "declared-interest": "An interest that they declared",
  deployment: "Work of the partnership",
  offer: "An offer",
  concern: "A category of concern",
  school: "The school's record",
  practitioner: "The practitioner's record",
  request: "The request",
};

function since({ from, to }: Evidence): string {
  const [began, ended] = [from, to].map((date) => (date === null ? "" : longDate(date)));
  return `${began && `, since ${began}`}${ended && `, until ${ended}`}`;
}

/** Whose record it is, where several schools may be meant. */
const ofSchool = ({ of }: Evidence, names: Names): string =>
  of.startsWith("sch_") ? ` for ${names.school(of)}` : "";

/** The records by which a rule or a warning fired. */
export const evidenceOf = (evidence: readonly Evidence[], names: Names): Html =>
  html`<ul>
    ${evidence.map(
      (each) =>
        html`<li>
          ${records[each.record]}${ofSchool(each, names)}: ${names.sentence(each.what)}${since(each)}
        </li>`,
    )}
  </ul>`;
