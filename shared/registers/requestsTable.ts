import * as z from "zod";
import {
  Audience,
  audiences,
  InitiationRoute,
  initiationRoutes,
  Mode,
  modes,
  Phase,
  phases,
  RoutePolicyName,
  routePolicyNames,
  Setting,
  settings,
  SupportType,
  supportTypes,
  urgencies,
  Urgency,
} from "../domain/vocabulary.ts";
import {
  codeCell,
  dateCell,
  daysCell,
  listCell,
  optionalCell,
  textCell,
  urnCell,
  wholeCell,
  wordCell,
} from "./csvCells.ts";
import type { TableFormat } from "./csvTable.ts";

const sentence = (least: number, most: number) =>
  textCell(most).refine((text) => text.length >= least, `This cell has fewer than ${least} characters`);

const shape = {
  "Request key": textCell(60),
  "School URN": urnCell,
  "Primary code": codeCell,
  "Secondary codes": optionalCell(listCell(codeCell, 2)),
  Phase: wordCell(Phase, phases),
  Description: sentence(10, 4000),
  Objective: sentence(3, 500),
  "Success measure": sentence(3, 500),
  Baseline: textCell(500),
  "Days each": daysCell(0.5),
  People: wholeCell(1, 10),
  "Window from": dateCell,
  "Window to": dateCell,
  Mode: wordCell(Mode, modes),
  Urgency: wordCell(Urgency, urgencies),
  "Initiated by": optionalCell(wordCell(InitiationRoute, initiationRoutes)),
  "Route policy": optionalCell(wordCell(RoutePolicyName, routePolicyNames)),
  "Required designation": optionalCell(textCell(80)),
  "Support type": optionalCell(wordCell(SupportType, supportTypes)),
  Audiences: optionalCell(listCell(wordCell(Audience, audiences), audiences.length)),
  Settings: optionalCell(listCell(wordCell(Setting, settings), settings.length)),
};

/** The requests file: one row per request, with its first objective. */
export const requestsFormat: TableFormat<typeof shape> = {
  schema: z.strictObject(shape),
  optional: [
    "Secondary codes",
    "Initiated by",
    "Route policy",
    "Required designation",
    "Support type",
    "Audiences",
    "Settings",
  ],
  example: {
    "Request key": "R001",
    "School URN": "900001",
    "Primary code": "CT-03",
    "Secondary codes": "EY-02; LG-04",
    Phase: "primary",
    Description: "Year 1 pupils are slow to blend, and two teachers are new to our phonics programme",
    Objective: "Every phonics lesson follows the programme",
    "Success measure": "Share of pupils meeting the screening check standard",
    Baseline: "61 % in June",
    "Days each": "3.5",
    People: "1",
    "Window from": "2025-11-03",
    "Window to": "2026-02-13",
    Mode: "on-site",
    Urgency: "this-half-term",
    "Initiated by": "school",
    "Route policy": "traded-improvement",
    "Required designation": "",
    "Support type": "coaching",
    Audiences: "teachers",
    Settings: "",
  },
};

/** One row of the requests file, parsed. */
export type RequestsTableRow = z.infer<typeof requestsFormat.schema>;
