import { isDeepStrictEqual } from "node:util";
import { routes } from "../../shared/contract/manifest.ts";
import { mostClaims } from "../../shared/domain/people/person.ts";
import { declaredIn } from "../../shared/domain/people/profileOf.ts";
import { whenLeftEmpty } from "../faults.ts";
import { button, formNamed, formWith, nothingChosen, typed } from "../form.ts";
import { headed } from "../headed.ts";
import { html, type Html } from "../html.ts";
import { parsedBy, troubleAt } from "../parsed.ts";
import { isOther, seenField } from "../seen.ts";
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
    ${formWith(told.form("confirm"), seenField(claims.map(declaredIn)), button("They all still hold as they are"))}`;
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

type Drafts = readonly ReturnType<typeof claimIn>[];

/** The claims as the form would have them, and the place among them of the one that it is about. */
function claimsAfter(form: URLSearchParams, held: readonly Claim[]): { all: Drafts; at: number } | undefined {
  const drafts: Drafts = held.map(declaredIn);
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

const changedMeanwhile: Trouble = {
  status: 409,
  detail:
    "This was changed after you opened this page, and nothing was saved. It stands below as it is now. " +
    "What you wrote stands in its form: saved again, it takes the place of theirs.",
  faults: [],
};

/** Whether a form would write over a claim that it was not filled with, or confirm claims that were not shown. */
function isUnseen(form: URLSearchParams, held: readonly Claim[], written: Drafts): boolean {
  const [, code] = /^(?:change|drop)-(.+)$/.exec(form.get("do") ?? "") ?? [];
  if (code === undefined) return form.get("do") === "confirm" && isOther(form, held.map(declaredIn));
  const claim = held.find((each) => each.code === code);
  const after = written.find((each) => each.code === code);
  if (!claim || isDeepStrictEqual(after, declaredIn(claim))) return false;
  return isOther(form, declaredIn(claim));
}

async function act(visit: Visit): Done {
  const params = personKeyOf(visit);
  const { person, they } = await readPerson(visit);
  const after = claimsAfter(visit.form, person.claims);
  if (!after) return nothingChosen;
  const before = person.claims.map(declaredIn);
  const said = parsedBy(routes.setClaims.body, { claims: after.all, before });
  if ("kind" in said && isUnseen(visit.form, person.claims, said.body.claims)) return changedMeanwhile;
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
