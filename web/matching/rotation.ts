import { counted } from "../../shared/domain/counted.ts";
import type { AnswerOf } from "../../shared/runtime/client.ts";
import { headed } from "../headed.ts";
import { html, type Html, row } from "../html.ts";
import { work } from "../serving.ts";
import { read } from "../visit.ts";
import { rounded } from "./fit.ts";

type Year = AnswerOf<"weighRotation">["years"][number];

function lossInWords({ costPerLoad, lossInFit }: Year): string {
  if (costPerLoad === 0) return "The policy asks for no sharing out.";
  if (lossInFit > 0) return `${counted(rounded(lossInFit), "point")} of total fit.`;
  return lossInFit < 0
    ? `None: with it, total fit is ${counted(rounded(-lossInFit), "point")} higher, and less is proposed again.`
    : "None: the total fit would be the same without it.";
}

const yearOf = (year: Year): Html =>
  html`<h2>Academic year ${year.academicYear}</h2>
    <dl>
      ${row("What it costs", lossInWords(year))}
      ${row("What the policy counts", `Each deployment that somebody holds already costs the next ${counted(rounded(year.costPerLoad), "point")}`)}
      ${row("How sure that is", year.proven ? "Proven: both answers are the best there are" : "Not proven: a better answer to either may exist")}
    </dl>`;

/** What a run gives up in fit so that those who carry much are asked less. */
export const rotationPage = work({
  async show(visit) {
    const params = { runId: visit.part("runId") };
    const { years } = await read(visit, "weighRotation", { params });
    return headed(
      "What sharing the work out costs",
      html`<p>
          A match run asks those who carry much less often, and may take a lesser fit for it. Here the same
          run is made again without that, to tell the two apart.
        </p>
        ${years.length === 0 ? html`<p>It had no request to match.</p>` : years.map(yearOf)}
        <p><a href="/pages/match-runs/${params.runId}">The match run</a></p>`,
    );
  },
});
