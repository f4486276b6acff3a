import { counted } from "../../shared/domain/counted.ts";
import type { RunMetrics } from "../../shared/domain/runs/runMetrics.ts";
import { html, type Html, row } from "../html.ts";
import { inMiles, prioritiesInWords } from "../terms.ts";
import { rounded } from "./fit.ts";
import { nearness } from "./nearness.ts";

/** A share of a whole as a bar, beside the numbers that say it. */
const bar = (part: number, whole: number): Html =>
  html`<meter aria-hidden="true" min="0" max="${Math.max(whole, 1)}" value="${part}"></meter>`;

const byPriority = ({ filledByPriority, slotsFilled, slotsWanted }: RunMetrics): Html =>
  html`<table>
    <caption>
      Places filled: ${slotsFilled} of ${slotsWanted}
    </caption>
    <thead>
      <tr>
        <th scope="col">Priority</th>
        <th scope="col" class="number">Filled</th>
        <th scope="col"><span class="away">As a bar</span></th>
      </tr>
    </thead>
    <tbody>
      ${filledByPriority.map(
        ({ priority, wanted, filled }) =>
          html`<tr>
            <th scope="row">${priority}: ${prioritiesInWords[priority]}</th>
            <td class="number">${filled} of ${wanted}</td>
            <td>${bar(filled, wanted)}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;

/** Fits by ten points, from the lowest that there is to the highest. */
function byFit({ fit: { bands } }: RunMetrics): Html | undefined {
  const [first, last] = [bands.findIndex((count) => count > 0), bands.findLastIndex((count) => count > 0)];
  if (first < 0) return undefined;
  const most = Math.max(...bands);
  return html`<table>
    <caption>
      Fits of what is proposed
    </caption>
    <thead>
      <tr>
        <th scope="col">Points of 100</th>
        <th scope="col" class="number">Proposals</th>
        <th scope="col"><span class="away">As a bar</span></th>
      </tr>
    </thead>
    <tbody>
      ${bands
        .slice(first, last + 1)
        .map((count, above) => {
          const from = (first + above) * 10;
          return html`<tr>
            <th scope="row">${from} to ${from + 10}</th>
            <td class="number">${count}</td>
            <td>${bar(count, most)}</td>
          </tr>`;
        })
        .toReversed()}
    </tbody>
  </table>`;
}

const miles = (metres: number | null): string => (metres === null ? "not known" : `${inMiles(metres)} miles`);

const sharing = ({ loadGini, topFiveShare, blockingPairs, distanceMetres }: RunMetrics): Html =>
  html`${row("How evenly work is shared", `${loadGini.toFixed(2)}, where 0 is all alike, and 1 is one who carries all`)}
  ${row("The five busiest", `carry ${Math.round(topFiveShare * 100)} % of what is proposed`)}
  ${row(
    "Better fits passed over",
    blockingPairs === 0
      ? "none: no practitioner and request would both have a better fit in each other"
      : `${counted(blockingPairs, "practitioner and request", "pairs of a practitioner and a request")} would both have a better fit in each other: places elsewhere count more`,
  )}
  ${row(
    "Distance",
    `half within ${miles(distanceMetres.median)}, the farthest ${miles(distanceMetres.farthest)}, on average ${miles(distanceMetres.mean)}; remote work counts as none`,
  )}`;

/** What the worst places being lifted first cost, where the policy asks for it. */
const costOfFairness = ({ fairness }: RunMetrics): Html | false =>
  fairness !== null &&
  fairness.mode !== "total-fit" &&
  row("What lifting the worst places cost", `${counted(rounded(fairness.lossInFit), "point")} of total fit`);

/** How good a run is for one academic year. */
export function metricsOf(metrics: RunMetrics): Html {
  const { academicYear, fit, feasiblePairs } = metrics;
  const of = (points: number | null): string =>
    points === null ? "nothing is proposed" : `${rounded(points)} of 100`;
  return html`<section>
    <h2>Academic year ${academicYear}</h2>
    ${byPriority(metrics)} ${byFit(metrics)}
    <dl>
      ${row("Worst fit", of(fit.worst))} ${row("Half fit better than", of(fit.median))}
      ${row("A quarter fit better than", of(fit.upperQuartile))} ${sharing(metrics)}
      ${row("Chosen among", counted(feasiblePairs, "pair that the rules let be", "pairs that the rules let be"))}
      ${row("Against the best there is", nearness(metrics))} ${costOfFairness(metrics)}
    </dl>
  </section>`;
}
