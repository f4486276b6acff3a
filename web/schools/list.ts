import { routes } from "../../shared/contract/manifest.ts";
import type { AnswerOf } from "../../shared/runtime/client.ts";
import { headed } from "../headed.ts";
import { capital, html, type Html } from "../html.ts";
import { nextPart, partAsked } from "../paging.ts";
import { work } from "../serving.ts";
import { phasesInWords } from "../terms.ts";
import { read } from "../visit.ts";
import { noAddress, statusesInWords } from "./words.ts";

type Listed = AnswerOf<"listSchools">["items"][number];

const cardOf = (
  { schoolId, name, urn, town, status, phases, headEmail }: Listed,
  seesContact: boolean,
): Html =>
  html`<li>
    <h2><a href="/pages/schools/${schoolId}">${name}</a></h2>
    <p>${[town, `URN ${urn}`].filter((each) => each !== "").join(", ")}</p>
    <p>
      ${statusesInWords[status]}${phases.length > 0 && `. ${capital(phases.map((each) => phasesInWords[each]).join(", "))}`}
    </p>
    ${seesContact && html`<p>${headEmail ?? html`<strong>${noAddress}</strong>`}</p>`}
  </li>`;

/** The member schools by name. */
export const schoolsPage = work({
  async show(visit) {
    const [{ items, nextCursor }, { roles }] = await Promise.all([
      read(visit, "listSchools", { query: partAsked(visit, 50) }),
      read(visit, "getMe", {}),
    ]);
    const seesContact = routes.setSchoolContact.roles.some((role) => roles.includes(role));
    return headed(
      "Member schools",
      html`${
        items.length === 0
          ? html`<p>
              There are none yet. Schools come from a register:
              <a href="/pages/register-imports">see which is in force</a>.
            </p>`
          : html`<ul class="cards">
              ${items.map((each) => cardOf(each, seesContact))}
            </ul>`
      }
      ${nextPart("/pages/schools", nextCursor)}`,
    );
  },
});
