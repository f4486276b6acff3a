import { addDays, dateAt } from "../../shared/domain/calendar/calendar.ts";
import { unfinishedKeptDays } from "../../shared/domain/requests/unfinished.ts";
import {
  button,
  buttonThen,
  chosenAct,
  type Form,
  formNamed,
  formWith,
  idOf,
  nothingChosen,
} from "../form.ts";
import { headed } from "../headed.ts";
import { html, type Html } from "../html.ts";
import { isOther, savedMeanwhile, seenField } from "../seen.ts";
import { work } from "../serving.ts";
import { attempt, done, type Ending, read, type Trouble, troubleOf, type Visit } from "../visit.ts";
import { longDate } from "../words.ts";
import { draftIn } from "./draftBody.ts";
import { draftFields } from "./draftForm.ts";
import type { Unfinished } from "./unfinishedLink.ts";

/** What is missing, each leading to its field. Fields have their labels once they are drawn. */
const missingIn = (form: Form, { missing }: Unfinished): Html[] =>
  missing.flatMap((pointer) => {
    const name = pointer.slice(1);
    const label = form.labels.get(name)?.replace(/[?.:]$/, "");
    return label === undefined ? [] : [html`<li><a href="#${idOf(form, name)}">${label}</a></li>`];
  });

const stillMissing = (items: readonly Html[], isSaved: boolean): Html =>
  html`<div class="notice" ${isSaved && html`role="status"`}>
    <p>${isSaved ? "Saved, still missing:" : "This is not finished. Still missing:"}</p>
    <ul>
      ${items}
    </ul>
  </div>`;

async function show(visit: Visit, trouble?: Trouble): Promise<Ending> {
  const requestId = visit.part("requestId");
  const kept = await attempt(visit, "getUnfinishedRequest", { params: { requestId } });
  // Once it is finished it is read at the request's own address.
  if (kept.kind === "refused") return { kind: "go", to: `/pages/requests/${requestId}` };
  const { schoolId, written, savedAt } = kept.body;
  const [me, school] = await Promise.all([
    read(visit, "getMe", {}),
    read(visit, "getSchool", { params: { schoolId } }),
  ]);
  const form = formNamed("draft", visit, trouble);
  const drop = formNamed("drop", visit, trouble);
  const fields = draftFields(form, written, { isBroker: me.roles.includes("broker") });
  const keptUntil = addDays(dateAt(savedAt), unfinishedKeptDays);
  return headed(
    `Request for support of ${school.name}, not finished`,
    html`${!trouble && stillMissing(missingIn(form, kept.body), visit.query.has("saved"))}
      <p>
        Nobody but the school, whoever began it and the brokers can read it. It is kept until
        ${longDate(keptUntil)}, or for ${unfinishedKeptDays} days from when you save it again.
      </p>
      ${formWith(
        form,
        [seenField(written), fields],
        html`${button("Save", "second")} ${buttonThen("Save and send", "send", "")}`,
      )}
      <details>
        <summary>Let go of it</summary>
        <p>What was written of it goes for good.</p>
        ${formWith(drop, "", button("Let go of it", "no"))}
      </details>`,
    { trouble, forms: [form, drop] },
  );
}

const savedNotSent = (missing: Trouble["faults"]): Trouble => ({
  status: 422,
  detail: "It is saved, and not sent yet: this is still missing.",
  faults: missing,
});

async function save(visit: Visit, requestId: string): Promise<Ending | Trouble> {
  const params = { requestId };
  const { schoolId, written: before } = await read(visit, "getUnfinishedRequest", { params });
  const sent = draftIn(visit.form, schoolId);
  const sends = visit.form.get("then") === "send";
  if ("missing" in sent) {
    if (isOther(visit.form, before)) return savedMeanwhile("this request");
    const kept = await done(attempt(visit, "writeOnRequest", { params, body: { ...sent.part, before } }));
    if (!("kind" in kept)) return kept;
    return sends
      ? savedNotSent(sent.missing)
      : { kind: "go", to: `/pages/unfinished-requests/${requestId}?saved=yes` };
  }
  if (!("draft" in sent)) return sent;
  const drafted = await attempt(visit, "createRequest", { body: { ...sent.draft, finishes: requestId } });
  if (drafted.kind === "refused") return troubleOf(drafted);
  const at = `/pages/requests/${requestId}`;
  if (!sends) return { kind: "go", to: `${at}?saved=yes` };
  const submitted = await attempt(visit, "submitRequest", { params });
  return { kind: "go", to: submitted.kind === "refused" ? `${at}?saved=yes` : at };
}

async function drop(visit: Visit, requestId: string): Promise<Ending | Trouble> {
  const dropped = await done(attempt(visit, "dropUnfinishedRequest", { params: { requestId } }));
  return "kind" in dropped ? { kind: "go", to: "/pages/requests" } : dropped;
}

/** A request that is not whole yet: what is missing, and the form to go on with. */
export const unfinishedPage = work({
  show,
  async answer(visit) {
    const act = chosenAct({ draft: save, drop }, visit.form);
    return act ? act(visit, visit.part("requestId")) : nothingChosen;
  },
});
