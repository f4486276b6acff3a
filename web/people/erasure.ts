import { routes } from "../../shared/contract/manifest.ts";
import { erasedName, type ErasureGround } from "../../shared/domain/people/erasure.ts";
import type { AnswerOf } from "../../shared/runtime/client.ts";
import type * as z from "zod";
import { whenLeftEmpty } from "../faults.ts";
import { choices, lineField, type Option } from "../fields.ts";
import { button, formNamed, formWith, typed } from "../form.ts";
import { headed } from "../headed.ts";
import { html } from "../html.ts";
import { parsedBy } from "../parsed.ts";
import { work } from "../serving.ts";
import { attempt, done, type Ending, type Trouble, type Visit } from "../visit.ts";
import { longDate } from "../words.ts";
import { notTheBroker, personKeyOf, readPerson } from "./readPerson.ts";
import { withWhatStandsAgainst } from "./standsAgainst.ts";

const grounds: Readonly<Record<z.infer<typeof ErasureGround>, string>> = {
  "asked-for-it": "They asked for it",
  "has-left": "They left the partnership",
  "no-longer-needed": "What is held of them is no longer needed",
  "held-in-error": "They were recorded by mistake",
};

const erased = ({ ground, erasedAt, completedAt }: AnswerOf<"getErasure">): Ending =>
  headed(
    erasedName,
    html`<div class="notice" role="status">
        <p>Erased on ${longDate(erasedAt.slice(0, 10))}. ${grounds[ground]}.</p>
        <p>
          ${
            completedAt === null
              ? "What others wrote of them is being taken out: look again in a moment."
              : "What others wrote of them is taken out too."
          }
        </p>
      </div>
      <p>Their work, its records and its outcomes stay, without their name.</p>
      <h2>What is left to do by hand</h2>
      <ul>
        <li>Have their account taken off the service that signs people in.</li>
        <li>Delete letters to and from them in your own mailbox.</li>
        <li>Tell the schools that were given their address.</li>
      </ul>
      <p><a href="/pages/people">Practitioners</a></p>`,
  );

async function show(visit: Visit, trouble?: Trouble): Promise<Ending> {
  const before = await attempt(visit, "getErasure", { params: personKeyOf(visit) });
  if (before.kind === "answered") return erased(before.body);
  const { person, mayErase, at } = await readPerson(visit);
  if (!mayErase) return notTheBroker;
  const form = formNamed("erase", visit, trouble);
  return headed(
    `Erase ${person.name}`,
    html`<div class="notice">
        <p><strong>Nothing of this can be undone.</strong></p>
      </div>
      <p>
        Their name, address, claims, interests, capacity and what is on record go, with what others wrote of
        them. Their account opens nothing from then on. Their work, its records and its outcomes stay, without
        their name.
      </p>
      <p><a href="${at}/held">Keep what is held about them as a file</a> first, if they asked for it.</p>
      ${formWith(
        form,
        [
          choices(
            form,
            {
              name: "ground",
              label: "Why?",
              options: Object.entries(grounds).map(([value, text]): Option => [value, text]),
            },
            "radio",
          ),
          lineField(form, {
            name: "confirmation",
            label: "Their name, in full",
            hint: "Type it, so that nobody else is erased by mistake.",
          }),
        ],
        button("Erase for good", "no"),
      )}
      <p><a href="${at}">${person.name}</a></p>`,
    { trouble, forms: [form] },
  );
}

const whenEmpty = { ground: "Choose why they are erased", confirmation: "Type their name" };

/** Where a broker erases a practitioner, and where it then says that it was done. */
export const erasurePage = work({
  show,
  async answer(visit) {
    const { form } = visit;
    const said = parsedBy(routes.erasePerson.body, {
      ground: typed(form, "ground"),
      confirmation: typed(form, "confirmation"),
    });
    const asked =
      "kind" in said
        ? await done(attempt(visit, "erasePerson", { params: personKeyOf(visit), body: said.body }))
        : said;
    if ("kind" in asked) return { kind: "go", to: visit.address };
    return whenLeftEmpty(await withWhatStandsAgainst(visit, asked), form, whenEmpty);
  },
});
