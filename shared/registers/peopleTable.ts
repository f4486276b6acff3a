import * as z from "zod";
import { certificateNumberProblem, holdsCertificateNumber } from "../domain/people/certificateNumber.ts";
import {
  Audience,
  audiences,
  ClaimLevel,
  claimLevels,
  Mode,
  modes,
  Phase,
  phases,
  Setting,
  settings,
  SupportType,
  supportTypes,
} from "../domain/vocabulary.ts";
import {
  codeCell,
  dateCell,
  daysCell,
  emailCell,
  listCell,
  optionalCell,
  textCell,
  urnCell,
  wholeCell,
  wordCell,
} from "./csvCells.ts";
import type { TableFormat } from "./csvTable.ts";

/** Text of a person that may not hold the number of a certificate. */
const personTextCell = (longest: number) =>
  textCell(longest).refine((text) => !holdsCertificateNumber(text), certificateNumberProblem);

const earliestYear = 1990;
const latestYear = 2100;

const shape = {
  "Person key": personTextCell(60),
  Name: personTextCell(120),
  Email: emailCell,
  "Home school URN": urnCell,
  Code: codeCell,
  Level: wordCell(ClaimLevel, claimLevels),
  Phases: listCell(wordCell(Phase, phases), phases.length).pipe(z.array(Phase).min(1, "This cell is empty")),
  "Last practised year": wholeCell(earliestYear, latestYear),
  Evidence: optionalCell(personTextCell(1000)),
  "Endorsed on": optionalCell(dateCell),
  "Endorsement note": optionalCell(personTextCell(500)),
  Modes: optionalCell(listCell(wordCell(Mode, modes), modes.length)),
  "Support types": optionalCell(listCell(wordCell(SupportType, supportTypes), supportTypes.length)),
  Audiences: optionalCell(listCell(wordCell(Audience, audiences), audiences.length)),
  Settings: optionalCell(listCell(wordCell(Setting, settings), settings.length)),
  "Days per year": optionalCell(daysCell(0)),
  "Deployments at once": optionalCell(wholeCell(0, 20)),
  "Travel limit km": optionalCell(wholeCell(0, 500)),
  "Available from": optionalCell(dateCell),
  "Available to": optionalCell(dateCell),
  Designation: optionalCell(personTextCell(80)),
  "Awarding body": optionalCell(personTextCell(120)),
  "Awarded on": optionalCell(dateCell),
  "Designation expires": optionalCell(dateCell),
  "Assurance confirmed on": optionalCell(dateCell),
  "Assurance valid until": optionalCell(dateCell),
};

const requiredColumns = new Set([
  "Person key",
  "Name",
  "Email",
  "Home school URN",
  "Code",
  "Level",
  "Phases",
]);

/** The people file: one row per claim, the person's own cells repeated or left empty after their first row. */
export const peopleFormat: TableFormat<typeof shape> = {
  schema: z.strictObject(shape),
  optional: Object.keys(shape).filter((name) => !requiredColumns.has(name) && name !== "Last practised year"),
  example: {
    "Person key": "P001",
    Name: "Practitioner 1",
    Email: "practitioner.1@example.org",
    "Home school URN": "900001",
    Code: "CT-03",
    Level: "can-coach",
    Phases: "early-years; primary",
    "Last practised year": "2025",
    Evidence: "Led phonics across three schools; screening check results rose in each",
    "Endorsed on": "2025-09-01",
    "Endorsement note": "Endorsed by the headteacher",
    Modes: "on-site; remote",
    "Support types": "coaching; training",
    Audiences: "teachers; middle-leaders",
    Settings: "small-school",
    "Days per year": "15",
    "Deployments at once": "2",
    "Travel limit km": "30",
    "Available from": "2025-09-01",
    "Available to": "2026-07-17",
    Designation: "SLE",
    "Awarding body": "Oakfield Teaching School Alliance",
    "Awarded on": "2024-09-01",
    "Designation expires": "2027-08-31",
    "Assurance confirmed on": "2025-09-01",
    "Assurance valid until": "2026-08-31",
  },
};

/** One row of the people file, parsed. */
export type PeopleTableRow = z.infer<typeof peopleFormat.schema>;
