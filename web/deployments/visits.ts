import { counted } from "../../shared/domain/counted.ts";
import { openStates } from "../../shared/domain/deployments/visit.ts";
import { everyItem } from "../../shared/runtime/everyItem.ts";
import { formNamed, nothingChosen, typed } from "../form.ts";
import { headed } from "../headed.ts";
import { html } from "../html.ts";
import { work } from "../serving.ts";
import {
  attempt,
  done,
  type Done,
  type Ending,
  read,
  type Trouble,
  troubleOf,
  type Visit,
} from "../visit.ts";
import { noteForm, noteIn, troubleOfNote } from "./noteForm.ts";
import { readWork, type WorkKey, workKeyOf } from "./readWork.ts";
import { recordCard } from "./records.ts";

async function show(visit: Visit, trouble?: Trouble): Promise<Ending> {
  const params = workKeyOf(visit);
  const [work, records] = await Promise.all([
    readWork(visit),
    everyItem((query) => read(visit, "listVisits", { params, query })),
  ]);
  const { daysDelivered, agreement } = work.deployment;
  const form = (name: string) => formNamed(name, visit, trouble);
  const writes = work.parties.has("practitioner") && !work.ended;
  return headed(
    `Records of visit at ${work.school}`,
    html`<div class="notice">
        <p>${daysDelivered} of ${counted(agreement.daysPlanned, "day")} delivered.</p>
        ${writes && html`<p><a href="#new">Write a record of visit</a></p>`}
      </div>
      ${
        records.length === 0
          ? html`<p>There are none yet.</p>`
          : html`<ul class="cards">
              ${records.map((each) => recordCard(each, { work, form }))}
            </ul>`
      }
      ${
        writes &&
        html`<h2 id="new" tabindex="-1">Write a record of visit</h2>
          ${noteForm(form("new"))}`
      }
      <p><a href="${work.at}">The work</a></p>`,
    { trouble, forms: [form(visit.form.get("do") ?? "")] },
  );
}

const send = (visit: Visit, params: WorkKey & { readonly visitId: string }): Done =>
  done(attempt(visit, "submitVisit", { params }));

/** Whether a record is with the school: sending it once more is refused then. */
async function isSent(visit: Visit, params: WorkKey, visitId: string): Promise<boolean> {
  const records = await everyItem((query) => read(visit, "listVisits", { params, query }));
  return records.some((each) => each.visitId === visitId && !openStates.includes(each.state));
}

/** Keeps a new record. One that is kept and cannot be sent is shown as the draft that it is, and not typed once more. */
async function write(visit: Visit, params: WorkKey): Promise<Ending | Trouble> {
  const drafted = await attempt(visit, "draftVisit", { params, body: noteIn(visit.form) });
  if (drafted.kind === "refused") return troubleOfNote(troubleOf(drafted), visit.form);
  if (visit.form.get("then") !== "send") return { kind: "go", to: visit.address };
  const { visitId } = drafted.body;
  const sent = await send(visit, { ...params, visitId });
  return "kind" in sent || (await isSent(visit, params, visitId))
    ? { kind: "go", to: visit.address }
    : show(
        { ...visit, form: new URLSearchParams() },
        { ...sent, detail: `It is kept as a draft, and not sent. ${sent.detail}` },
      );
}

async function mend(visit: Visit, params: WorkKey & { readonly visitId: string }): Done {
  const saved = await done(attempt(visit, "editVisit", { params, body: noteIn(visit.form) }));
  if (!("kind" in saved)) return troubleOfNote(saved, visit.form);
  return visit.form.get("then") === "send" ? send(visit, params) : saved;
}

async function answer(visit: Visit): Promise<Ending | Trouble> {
  const sent = visit.form.get("do") ?? "";
  if (sent === "new") return write(visit, workKeyOf(visit));
  const [, what, visitId = ""] = /^(edit|accurate|inaccurate)-(\w+)$/.exec(sent) ?? [];
  if (what === undefined) return nothingChosen;
  const params = { ...workKeyOf(visit), visitId };
  const body = { accurate: what === "accurate", note: typed(visit.form, "note") };
  const acted = await (what === "edit"
    ? mend(visit, params)
    : done(attempt(visit, "answerVisit", { params, body })));
  return "kind" in acted ? { kind: "go", to: visit.address } : acted;
}

/** Records of visit: the practitioner writes and sends them, the school says whether they are accurate. */
export const visitsPage = work({ show, answer });
