import type { Summary } from "./summary.ts";

type Row = readonly [what: string, figures: string];

const pounds = (pence: number): string =>
  `£${Math.floor(pence / 100).toLocaleString("en-GB")}${pence % 100 === 0 ? "" : `.${String(pence % 100).padStart(2, "0")}`}`;

const listed = (counts: Readonly<Record<string, number>>): string =>
  Object.entries(counts)
    .filter(([, count]) => count > 0)
    .map(([name, count]) => `${count} ${name}`)
    .join(", ") || "none";

const share = (part: number, whole: number): string =>
  whole === 0 ? "" : ` (${Math.round((100 * part) / whole)} %)`;

const levelNames = ["reactions", "learning", "organisation", "use", "pupil outcomes"];

const byLevel = (counts: Readonly<Record<string, number>>): string =>
  levelNames.map((name, index) => `${index + 1} ${name} ${counts[String(index + 1)] ?? 0}`).join(", ");

function rowsOf(summary: Summary): Row[] {
  const { schools, requests, firstNight, secondNight, slots, offers, impact, triage, followUps } = summary;
  const { days, load } = impact;
  const night = ({ filled, wanted, unmet, certified }: Summary["firstNight"]): string =>
    `${filled} of ${wanted} places proposed${share(filled, wanted)}${certified ? ", certified" : ""}; unmet: ${listed(unmet)}`;
  return [
    ["Dates", `${summary.from} to ${summary.until} by the service's clock`],
    [
      "Schools",
      `${schools.imported} imported from ${schools.rowsRead.toLocaleString("en-GB")} rows; a file cut short ` +
        `was ${schools.cutShortRefused ? "refused and changed nothing" : "NOT refused"}`,
    ],
    ["Practitioners", String(summary.practitioners)],
    ["Requests by state", `${requests.made} made: ${listed(requests.byState)}`],
    ["Closed as", listed(impact.closures)],
    ["Triage", `${triage.openedByItself} opened, ${triage.held} held: ${listed(triage.warnings)}`],
    ["First night", night(firstNight)],
    ["Second night", night(secondNight)],
    ["Places filled", `${slots.filled} of ${slots.wanted} wanted${share(slots.filled, slots.wanted)}`],
    ["Offers by outcome", listed(offers.byOutcome)],
    ["Declined because", listed(offers.declineReasons)],
    [
      "Load",
      `Gini ${load.gini.toFixed(3)}, the five busiest carry ${Math.round(load.topFiveShare * 100)} % of the days`,
    ],
    ["Deployments", listed(impact.deployments)],
    ["Days", `${days.planned} planned, ${days.delivered} delivered, ${days.charged} charged`],
    [
      "Money",
      `${pounds(impact.chargedPence)} charged: ${pounds(impact.homeSchoolSharePence)} to home schools, ` +
        `${pounds(impact.brokeragePence)} brokerage`,
    ],
    ["Schools", `${impact.schoolsReceiving} received and ${impact.schoolsGiving} gave support`],
    ["Outcomes by level", byLevel(impact.outcomesByLevel)],
    ["Outcomes by direction", listed(impact.outcomesByDirection)],
    ["Evidence strength 0 to 4", Object.values(impact.outcomesByEvidenceStrength).join(", ")],
    [
      "Evaluations",
      `${impact.evaluations.school} by schools, ${impact.evaluations.practitioner} by practitioners`,
    ],
    ["Follow-ups", `${followUps.asked} asked a term later, ${followUps.answered} answered`],
    [
      "Letters sent",
      `${summary.letters.sent}, and ${summary.letters.ofRunsBeside} that tell the broker of runs`,
    ],
    [
      "Audit of one request",
      `${summary.audit.steps} steps, hash chain ${summary.audit.holds ? "holds" : "BROKEN"}`,
    ],
  ];
}

const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(2)} s`;

/** The summary as text for a terminal: what came of it, then what each stage took. */
export function summaryTable(summary: Summary): string {
  const rows = rowsOf(summary);
  const width = Math.max(...rows.map(([what]) => what.length));
  const { stages, http } = summary;
  const stageWidth = Math.max(...stages.map(({ stage }) => stage.length));
  const whole = stages.reduce((sum, { milliseconds }) => sum + milliseconds, 0);
  return [
    `${summary.area}, seed ${summary.seed}`,
    "",
    ...rows.map(([what, figures]) => `  ${what.padEnd(width)}  ${figures}`),
    "",
    "Stages",
    ...stages.map(
      ({ stage, milliseconds, requests }) =>
        `  ${stage.padEnd(stageWidth)}  ${seconds(milliseconds).padStart(8)}  ${String(requests).padStart(6)} requests`,
    ),
    `  ${"All".padEnd(stageWidth)}  ${seconds(whole).padStart(8)}  ${String(http.requests).padStart(6)} requests, ` +
      `${http.again} of them sent again because others were busy`,
    "",
  ].join("\n");
}
