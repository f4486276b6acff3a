import { counted } from "../../shared/domain/counted.ts";
import type { AnswerOf } from "../../shared/runtime/client.ts";
import { away, html, type Html } from "../html.ts";
import type { Names } from "./names.ts";

export type Unmet = AnswerOf<"relaxRequest">;
type Relaxation = Unmet["relaxations"][number];

/** Who would need more room, each leading to what is known of them. */
const moreRoom = ({ more }: Relaxation, names: Names): Html =>
  html`<p>Ask them, or their head, whether they can give more. It stands on their own record.</p>
    <ul>
      ${more.map(({ personId, slots, days }) => {
        const needed = [
          ...(slots > 0 ? [counted(slots, "more deployment")] : []),
          ...(days > 0 ? [counted(days, "more day")] : []),
        ];
        return html`<li>
          <a href="/pages/people/${personId}">${names.person(personId)}</a>: ${needed.join(" and ")}
        </li>`;
      })}
    </ul>`;

/** What a relaxation is, in a few words. */
export const openingOf = (sentence: string): string => sentence.split(":")[0] ?? sentence;

/** One change that would fill open places: what comes of it, and where it is brought about. */
function relaxationOf(relaxation: Relaxation, at: string, names: Names): Html {
  const sentence = names.sentence(relaxation.sentence);
  return html`<li>
    <h3>${sentence}</h3>
    ${
      relaxation.more.length > 0
        ? moreRoom(relaxation, names)
        : html`<p>
            <a href="${at}/relaxations/${relaxation.relaxation}"
              >What it would change, who could come then, and how to bring it
              about${away(openingOf(sentence))}</a
            >
          </p>`
    }
  </li>`;
}

/** Places that a run leaves open on a request, with what stands in the way and all that would help. */
export const openPlaces = ({ runId, requestId, slots, binding, relaxations }: Unmet, names: Names): Html =>
  html`<h2>${counted(slots, "place")} open</h2>
    <p>${names.sentence(binding.sentence)}</p>
    ${
      relaxations.length === 0
        ? html`<p>No single change that was tried would fill a place.</p>`
        : html`<p>What would help, most first:</p>
            <ul class="cards">
              ${relaxations.map((each) => relaxationOf(each, `/pages/match-runs/${runId}/requests/${requestId}`, names))}
            </ul>`
    }`;
