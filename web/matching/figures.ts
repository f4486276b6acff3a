import type { AnswerOf } from "../../shared/runtime/client.ts";
import { html, type Html } from "../html.ts";
import { inMiles } from "../terms.ts";
import { rounded } from "./fit.ts";

type Figure = AnswerOf<"diffRuns">["years"][number]["figures"][number];

const asCount = (count: number): string => String(count);
const asPoints = (basisPoints: number): string => String(rounded(basisPoints / 100));
const asShare = (thousandths: number): string => `${rounded(thousandths / 10)} %`;
const asMiles = (metres: number): string => `${inMiles(metres)} miles`;
const asGini = (thousandths: number): string => (thousandths / 1000).toFixed(2);

/** The figures that are told, in their order, from the engine's units. */
const told: readonly (readonly [string, string, (value: number) => string])[] = [
  ["metrics/slotsWanted", "Places wanted", asCount],
  ["metrics/slotsFilled", "Places filled", asCount],
  ["metrics/totalFit", "Total fit", asPoints],
  ["metrics/worstFit", "Worst fit", asPoints],
  ["metrics/medianFit", "Median fit", asPoints],
  ["metrics/loadGiniThousandths", "How evenly work is shared (0 is evenly)", asGini],
  ["metrics/topFiveShareThousandths", "Share of the five busiest", asShare],
  ["metrics/meanDistanceMetres", "Mean distance", asMiles],
  ["metrics/blockingPairs", "Better fits passed over", asCount],
  ["metrics/feasiblePairs", "Pairs that the rules let be", asCount],
];

/** The figures in which two runs differ. */
export function figuresTable(figures: readonly Figure[]): Html | undefined {
  const byName = new Map(figures.map((each) => [each.name, each]));
  const rows = told.flatMap(([name, label, inWords]) => {
    const found = byName.get(name);
    const value = (figure: number | null): string => (figure === null ? "none" : inWords(figure));
    return found ? [{ label, before: value(found.before), after: value(found.after) }] : [];
  });
  if (rows.length === 0) return undefined;
  return html`<table class="stack">
    <caption>
      Figures that changed
    </caption>
    <thead>
      <tr>
        <th scope="col">Figure</th>
        <th scope="col" class="number">Before</th>
        <th scope="col" class="number">Now</th>
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        ({ label, before, after }) =>
          html`<tr>
            <th scope="row">${label}</th>
            <td data-of="Before" class="number">${before}</td>
            <td data-of="Now" class="number">${after}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}
