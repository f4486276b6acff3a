import { directionsInWords } from "../../shared/domain/inWords.ts";
import { headed } from "../headed.ts";
import { away, capital, html, type Html } from "../html.ts";
import { nextPart, partAsked } from "../paging.ts";
import { schoolNamesOf } from "../schoolNames.ts";
import { work } from "../serving.ts";
import { spansInWords } from "../terms.ts";
import { read } from "../visit.ts";
import { longDate } from "../words.ts";
import type { FollowUp } from "./readOutcomes.ts";

const standing = ({ state, dueOn, askedOn, answer }: FollowUp): string => {
  if (answer) return `Said on ${longDate(answer.at)}: ${directionsInWords[answer.direction]}`;
  return state === "asked"
    ? `Asked on ${longDate(askedOn ?? dueOn)}, and not answered yet`
    : `Asked on ${longDate(dueOn)}`;
};

const cardOf = (followUp: FollowUp, schoolName: string | undefined, number: number): Html => {
  const { requestId, followUpId, after } = followUp;
  return html`<li>
    <h2>
      <a href="/pages/requests/${requestId}/follow-ups/${followUpId}"
        >${schoolName ?? "A school"}, ${spansInWords[after]}${away(String(number), ", number ")}</a
      >
    </h2>
    <p>${capital(standing(followUp))}</p>
  </li>`;
};

/** The questions whether what changed has lasted, by when they fall due. */
export const followUpsPage = work({
  async show(visit) {
    const query = partAsked(visit, 50);
    const { items, nextCursor } = await read(visit, "listFollowUps", { query });
    const names = await schoolNamesOf(
      visit,
      items.map(({ schoolId }) => schoolId),
    );
    return headed(
      "Whether what changed has lasted",
      html`<p>Each outcome is asked about again in one and in three terms.</p>
        ${
          items.length === 0
            ? html`<p>There is nothing to ask yet: no outcome is recorded.</p>`
            : html`<ul class="cards">
                ${items.map((each, index) => cardOf(each, names.get(each.schoolId), index + 1))}
              </ul>`
        }
        ${nextPart("/pages/follow-ups", nextCursor)}`,
    );
  },
});
