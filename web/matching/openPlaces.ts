import { counted } from "../../shared/domain/counted.ts";
import type { AnswerOf } from "../../shared/runtime/client.ts";
import { headed } from "../headed.ts";
import { away, html, type Html } from "../html.ts";
import { nextPart, partAsked } from "../paging.ts";
import { work } from "../serving.ts";
import { read } from "../visit.ts";
import { type Names, readNames } from "./names.ts";

type Unmet = AnswerOf<"listUnmet">["items"][number];

interface Steering {
  readonly names: Names;
  /** Whether the reader can do something about it. */
  readonly steers: boolean;
}

const unmetOf = (
  { runId, requestId, schoolId, slots, binding, relaxations }: Unmet,
  { names, steers }: Steering,
): Html =>
  html`<li>
    <h2>${names.request(requestId)}</h2>
    <p>${names.school(schoolId)}: ${counted(slots, "place")} open</p>
    <p>${names.sentence(binding.sentence)}</p>
    ${
      relaxations.length > 0 &&
      html`<h3>What would help</h3>
        <ul>
          ${relaxations.map(({ sentence }) => html`<li>${names.sentence(sentence)}</li>`)}
        </ul>`
    }
    ${
      steers &&
      html`<p>
        <a href="/pages/match-runs/${runId}/requests/${requestId}"
          >What you can do about it${away(names.wholeRequest(requestId))}</a
        >
      </p>`
    }
  </li>`;

/** The places that a run could not fill, each with what stands in the way and what would help. */
export const unmetPage = work({
  async show(visit) {
    const params = { runId: visit.part("runId") };
    const query = partAsked(visit, 20);
    const [{ items, nextCursor }, { roles }] = await Promise.all([
      read(visit, "listUnmet", { params, query }),
      read(visit, "getMe", {}),
    ]);
    const names = await readNames(visit, items);
    const steering = { names, steers: roles.includes("broker") };
    const at = `/pages/match-runs/${params.runId}`;
    return headed(
      "Places that stay open",
      html`${
          items.length === 0
            ? html`<p>Every place that was asked for is filled.</p>`
            : html`<ul class="cards">
                ${items.map((each) => unmetOf(each, steering))}
              </ul>`
        }
        ${nextPart(`${at}/unmet`, nextCursor)}
        <p><a href="${at}">The match run</a></p>`,
    );
  },
});
