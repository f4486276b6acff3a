import { routes } from "../../shared/contract/manifest.ts";
import { mostClaims } from "../../shared/domain/people/person.ts";
import { whenLeftEmpty } from "../faults.ts";
import { button, formNamed, formWith, nothingChosen, typed } from "../form.ts";
import { headed } from "../headed.ts";
import { html, type Html } from "../html.ts";
import { parsedBy, troubleAt } from "../parsed.ts";
import { work } from "../serving.ts";
import { attempt, done, type Done, type Ending, type Trouble, type Visit } from "../visit.ts";
import { longDate } from "../words.ts";
import { claimCard, type Told } from "./claimCards.ts";
import { claimIn, claimWhenEmpty, heldClaimForms, newClaimForm } from "./claimForms.ts";
import { readCodes, titlesOf } from "./expertise.ts";
import { schoolNamesFor } from "./person.ts";
import { type Claim, notTheirs, personKeyOf, readPerson } from "./readPerson.ts";

function heldClaims(told: Told): Html {
  const { they, person } = told.of;
  const { claims, claimsConfirmedOn } = person;
  if (claims.length === 0)
    return html`<p>Nothing is declared yet, so that no request can be matched with it.</p>`;
  return html`<ul class="cards">
      ${claims.map((each) => {
        const forms = {
          change: told.form(`change-${each.code}`),
          drop: told.form(`drop-${each.code}`),
          they,
        };
        return claimCard(each, told, heldClaimForms(each, told.titleOf(each.code), forms));
      })}
    </ul>
    ${claimsConfirmedOn && html`<p>Last confirmed on ${longDate(claimsConfirmedOn)}.</p>`}
    ${formWith(told.form("confirm"), undefined, button("They all still hold as they are"))}`;
}

async function show(visit: Visit, trouble?: Trouble): Promise<Ending> {
  const of = await readPerson(visit);
  const { person, mayChange, they, called, at } = of;
  if (!mayChange) return notTheirs;
  const held = person.claims.map(({ code }) => code);
  const [codes, titleOf, schoolName] = await Promise.all([
    readCodes(visit),
    titlesOf(visit, held),
    schoolNamesFor(visit, person),
  ]);
  const form = (name: string) => formNamed(name, visit, trouble);
  const toDeclare = codes.filter(({ code }) => !held.includes(code));
  return headed(
    `What ${called} can help with`,
    html`<p>
        Requests are matched with what stands here. Claim what ${they} have done already, at most
        ${mostClaims}.
      </p>
      ${heldClaims({ of, titleOf, schoolName, form })}
      ${
        held.length < mostClaims &&
        html`<h2>Declare ${held.length > 0 ? "something more" : `what ${they} can help with`}</h2>
          ${newClaimForm(form("new"), toDeclare, { they, phases: person.phases })}`
      }
      <p><a href="${at}">${person.name}</a></p>`,
    { trouble, forms: [form(visit.form.get("do") ?? "")] },
  );
}

const draftOf = ({ code, level, phases, lastPractisedYear, evidence }: Claim) => ({
  code,
  level,
  phases,
  lastPractisedYear,
  evidence,
});

type Drafts = readonly ReturnType<typeof claimIn>[];

/** The claims as the form would have them, and the place among them of the one that it is about. */
function claimsAfter(form: URLSearchParams, held: readonly Claim[]): { all: Drafts; at: number } | undefined {
  const drafts: Drafts = held.map(draftOf);
  const sent = form.get("do") ?? "";
  if (sent === "confirm") return { all: drafts, at: -1 };
  if (sent === "new") return { all: [...drafts, claimIn(form, typed(form, "code"))], at: drafts.length };
  const [, what, code = ""] = /^(change|drop)-(.+)$/.exec(sent) ?? [];
  const at = drafts.findIndex((each) => each.code === code);
  if (what === "drop") return { all: drafts.filter((each) => each.code !== code), at: -1 };
  if (what !== "change") return undefined;
  return at < 0
    ? { all: [...drafts, claimIn(form, code)], at: drafts.length }
    : { all: drafts.with(at, claimIn(form, code)), at };
}

async function act(visit: Visit): Done {
  const params = personKeyOf(visit);
  const { person, they } = await readPerson(visit);
  const after = claimsAfter(visit.form, person.claims);
  if (!after) return nothingChosen;
  const said = parsedBy(routes.setClaims.body, { claims: after.all });
  const asked = "kind" in said ? await done(attempt(visit, "setClaims", { params, body: said.body })) : said;
  if ("kind" in asked) return asked;
  return whenLeftEmpty(troubleAt(asked, `claims/${after.at}`), visit.form, claimWhenEmpty(they));
}

/** What a practitioner can help with, in their own words: declared, confirmed, changed and taken back. */
export const claimsPage = work({
  show,
  async answer(visit) {
    const acted = await act(visit);
    return "kind" in acted ? { kind: "go", to: visit.address } : acted;
  },
});
