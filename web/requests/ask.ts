import { problems } from "../../shared/contract/problems.ts";
import { draftOf } from "../../shared/domain/requests/draftOf.ts";
import { counted } from "../../shared/domain/counted.ts";
import type { AnswerOf } from "../../shared/runtime/client.ts";
import { everyItem } from "../../shared/runtime/everyItem.ts";
import { choices, type Option, selectField } from "../fields.ts";
import { button, type Form, formNamed, formWith, typed } from "../form.ts";
import { headed } from "../headed.ts";
import { html, type Html } from "../html.ts";
import { work } from "../serving.ts";
import { attempt, type Ending, read, refusedPage, type Trouble, troubleOf, type Visit } from "../visit.ts";
import { draftIn, type Request, type Written } from "./draftBody.ts";
import { draftFields } from "./draftForm.ts";
import { requestLink } from "./link.ts";
import { mayAsk } from "./mayAsk.ts";
import { type Unfinished, unfinishedLink } from "./unfinishedLink.ts";
import { asksTheSame, ownDrafts } from "./ownDrafts.ts";

/** The schools that somebody may ask for: a head for their own, all others for any. */
async function schoolsOf(visit: Visit, { school }: AnswerOf<"getMe">): Promise<Option[]> {
  if (school) return [[school.schoolId, school.name ?? "Your school"]];
  const schools = await everyItem((query) =>
    read(visit, "listSchools", { query: { ...query, status: "open" } }),
  );
  return [["", "Choose one"], ...schools.map(({ schoolId, name }): Option => [schoolId, name])];
}

/** The phase of a head's own school, where it has but one and can be read: without it they choose. */
async function onlyPhaseOf(visit: Visit, { school }: AnswerOf<"getMe">) {
  if (!school) return undefined;
  const asked = await attempt(visit, "getSchool", { params: { schoolId: school.schoolId } });
  const phases = asked.kind === "answered" ? asked.body.phases : [];
  return phases.length === 1 ? phases[0] : undefined;
}

const notAsking = refusedPage(
  403,
  problems.forbidden.title,
  "Schools, practitioners and brokers ask for support.",
);

const another = "another";

/** What the reader began before, so that whoever went back does not write it a second time. */
const begun = (
  drafts: readonly Request[],
  unfinished: readonly Unfinished[],
  schools: readonly Option[],
): Html | false =>
  drafts.length + unfinished.length > 0 &&
  html`<div class="notice">
    <p>You have ${counted(drafts.length + unfinished.length, "draft")} that you have not sent:</p>
    <ul>
      ${drafts.map((each) => html`<li>${requestLink(each, new Map(schools).get(each.schoolId))}</li>`)}
      ${unfinished.map((each) => html`<li>${unfinishedLink(each)}, half filled</li>`)}
    </ul>
  </div>`;

/** Asked only of whoever has a draft about the same. */
const anotherBox = (form: Form, trouble: Trouble | undefined): Html | false =>
  (trouble?.faults.some(({ field }) => field === another) || form.typed?.has(another) === true) &&
  choices(form, {
    name: another,
    label: "Do you need both?",
    options: [["yes", "Save this as another draft"]],
  });

async function show(visit: Visit, trouble?: Trouble): Promise<Ending> {
  const me = await read(visit, "getMe", {});
  if (!mayAsk(me)) return notAsking;
  const [schools, drafts, { items: unfinished }, onlyPhase] = await Promise.all([
    schoolsOf(visit, me),
    ownDrafts(visit, me),
    read(visit, "listUnfinishedRequests", {}),
    onlyPhaseOf(visit, me),
  ]);
  const form = formNamed("draft", visit, trouble);
  return headed(
    "Ask for support",
    html`<p>
        You look it over before it is sent. Nobody is asked until then. Save it half filled if you like, and
        go on later.
      </p>
      <p>
        Who reads it: the school, and the brokers and leaders of the partnership; then whoever is asked to
        help, and their head. No other school does.
      </p>
      ${begun(
        drafts,
        unfinished.filter(({ startedBy }) => startedBy === me.account),
        schools,
      )}
      ${formWith(
        form,
        [
          anotherBox(form, trouble),
          selectField(form, { name: "schoolId", label: "For which school?" }, schools),
          draftFields(form, undefined, { isBroker: me.roles.includes("broker"), onlyPhase }),
        ],
        button("Save, and look it over"),
      )}`,
    { trouble, forms: [form] },
  );
}

const existsAlready: Trouble = {
  status: 409,
  detail: "Nothing was saved, because you have a draft about the same for this school. It stands below.",
  faults: [{ field: another, detail: "Change that draft, or say that you need both" }],
};

/** Where as much is as was written: it is gone on with there. */
async function keep(visit: Visit, body: Written): Promise<Ending | Trouble> {
  const kept = await attempt(visit, "beginRequest", { body });
  return kept.kind === "refused"
    ? troubleOf(kept)
    : { kind: "go", to: `/pages/unfinished-requests/${kept.body.requestId}?saved=yes` };
}

/** Where the draft is that was made, or that was made before in the same words: that one is saved again. */
async function answer(visit: Visit): Promise<Ending | Trouble> {
  const written = draftIn(visit.form, typed(visit.form, "schoolId"));
  if ("missing" in written) return keep(visit, written.part);
  if (!("draft" in written)) return written;
  const body = written.draft;
  const drafts = await ownDrafts(visit, await read(visit, "getMe", {}));
  const alike = drafts.filter((each) => asksTheSame(body, each));
  const same = alike.find(({ description }) => description === body.description);
  const again = { client: visit.clientFor("again") };
  if (!same && alike.length > 0 && !visit.form.has(another)) return existsAlready;
  const saved = same
    ? await attempt(again, "editRequest", {
        params: { requestId: same.requestId },
        body: { ...body, before: draftOf(same) },
      })
    : await attempt(visit, "createRequest", { body });
  return saved.kind === "refused"
    ? troubleOf(saved)
    : { kind: "go", to: `/pages/requests/${saved.body.requestId}` };
}

/** A new request for support, which is kept as a draft to be looked over before it is sent. */
export const askPage = work({ show, answer });
