import { isDeepStrictEqual } from "node:util";
import { draftOf } from "../../shared/domain/requests/draftOf.ts";
import type { AnswerOf } from "../../shared/runtime/client.ts";
import { chosenAct, formNamed, nothingChosen, typed } from "../form.ts";
import { headed } from "../headed.ts";
import { html, type Html } from "../html.ts";
import { savedNotice } from "../saved.ts";
import { isOther, savedMeanwhile } from "../seen.ts";
import { work } from "../serving.ts";
import { attempt, done, type Done, type Ending, read, type Trouble, type Visit } from "../visit.ts";
import { askedFor } from "./askedFor.ts";
import { draftIn, notRight, type Request } from "./draftBody.ts";
import { draftForm, noReturn, openForm, returnForm, withdrawForm } from "./forms.ts";
import { isOpen, offersIn, readAsked, readOffers } from "./offers.ts";
import { steering } from "./steering.ts";
import { whatNext, whatTriageFound } from "./whatNext.ts";

type Me = AnswerOf<"getMe">;

const isBroker = ({ roles }: Me): boolean => roles.includes("broker");

/** Whether the API lets somebody change a request: the broker, the school that asks, and the leader who began it. */
const mayChange = (me: Me, { schoolId, startedBy, initiatedBy }: Request): boolean =>
  isBroker(me) ||
  (me.roles.includes("school") && me.school?.schoolId === schoolId) ||
  (initiatedBy === "leader" && startedBy === me.account);

/** Where to read what changed, for those with a part in the work: others may read the request alone. */
async function outcomesLink(visit: Visit, { requestId, state }: Request): Promise<Html | undefined> {
  if (state !== "review" && state !== "closed") return undefined;
  const listed = await attempt(visit, "listOutcomes", { params: { requestId }, query: { limit: 1 } });
  return listed.kind === "refused"
    ? undefined
    : html`<p><a href="/pages/requests/${requestId}/outcomes">What changed</a></p>`;
}

async function show(visit: Visit, trouble?: Trouble): Promise<Ending> {
  const requestId = visit.part("requestId");
  const request = await read(visit, "getRequest", { params: { requestId } });
  const [me, school, offers, changed] = await Promise.all([
    read(visit, "getMe", {}),
    read(visit, "getSchool", { params: { schoolId: request.schoolId } }),
    readOffers(visit, requestId),
    outcomesLink(visit, request),
  ]);
  const oversees = isBroker(me) || me.roles.includes("director");
  const asked = await readAsked(visit, oversees ? offers : []);
  const form = (name: string) => formNamed(name, visit, trouble);
  const forms = { draft: form("draft"), open: form("open"), back: form("back"), withdraw: form("withdraw") };
  const { state } = request;
  const may = mayChange(me, request);
  const mayWrite = may && state === "draft";
  const { typed: written } = forms.draft;
  const isTheirs = written !== undefined && isOther(written, draftOf(request));
  const isSent = state === "submitted" || state === "triaged" || state === "open";
  const found = may ? whatTriageFound(request) : [];
  const steers = isBroker(me) && state !== "draft" ? await steering(visit, request, isSent) : undefined;
  const title = `Request for support of ${school.name}`;
  return headed(
    title,
    html`${state === "draft" && savedNotice(visit, trouble)}
      <div class="notice">
        ${whatNext(request, { isBroker: isBroker(me), offers: offers.filter(isOpen) }).map((each) => html`<p>${each}</p>`)}
      </div>
      ${(!mayWrite || isTheirs) && askedFor(request, school.name)}
      ${(mayWrite || (may && written)) && draftForm(request, forms.draft, isBroker(me))}
      ${
        found.length > 0 &&
        html`<h2>${isBroker(me) ? "What triage found" : "What its first reading found"}</h2>
          <ul>
            ${found.map((each) => html`<li>${each}</li>`)}
          </ul>`
      }
      ${isBroker(me) && state === "triaged" && openForm(request, forms.open)} ${offersIn(offers, asked)}
      ${steers} ${changed}
      ${may && isSent && (request.mayReturn ? returnForm(forms.back, isBroker(me)) : noReturn(isBroker(me)))}
      ${may && (isSent || state === "draft") && withdrawForm(forms.withdraw, state)}`,
    { trouble, forms: Object.values(forms) },
  );
}

type Key = { readonly requestId: string };

const sentMeanwhile: Trouble = {
  status: 409,
  detail:
    "This was sent or withdrawn after you opened it, and nothing was saved now. What you wrote stands in the form: " +
    "it can be saved once the request is a draft again.",
  faults: [],
};

const isThere = { kind: "answered" } as const;

const isToBeSent = (form: URLSearchParams): boolean => form.get("then") === "send";

async function save(visit: Visit, params: Key): Done {
  const request = await read(visit, "getRequest", { params });
  const written = draftIn(visit.form, request.schoolId);
  if ("missing" in written) return notRight(written.missing);
  if (!("draft" in written)) return written;
  const { draft } = written;
  const before = draftOf(request);
  const isSaved = isDeepStrictEqual(draftOf(draft), before);
  if (!isSaved && request.state !== "draft") return sentMeanwhile;
  if (!isSaved && isOther(visit.form, before)) return savedMeanwhile("this draft");
  const saved = isSaved
    ? isThere
    : await done(attempt(visit, "editRequest", { params, body: { ...draft, before } }));
  if (!("kind" in saved) || !isToBeSent(visit.form)) return saved;
  return done(attempt(visit, "submitRequest", { params }));
}

async function open(visit: Visit, params: Key): Done {
  const { codes, routePolicy } = await read(visit, "getRequest", { params });
  const primary = typed(visit.form, "codes/primary");
  const secondary = [codes.primary, ...codes.secondary].filter((code) => code !== primary).slice(0, 2);
  const body = {
    codes: { primary, secondary: primary === codes.primary ? codes.secondary : secondary },
    priority: Number(typed(visit.form, "priority")),
    routePolicy,
    open: true,
    reason: typed(visit.form, "reason"),
  };
  return done(attempt(visit, "correctTriage", { params, body }));
}

const actions: Readonly<Record<string, (visit: Visit, params: Key) => Done>> = {
  draft: save,
  open,
  back: (visit, params) =>
    done(attempt(visit, "returnRequest", { params, body: { message: typed(visit.form, "message") } })),
  withdraw: (visit, params) =>
    done(attempt(visit, "withdrawRequest", { params, body: { reason: typed(visit.form, "reason") } })),
};

/** A request, for whoever has a part in it: where it stands, and, for those who may, what can be done with it. */
export const requestPage = work({
  show,
  async answer(visit) {
    const act = chosenAct(actions, visit.form);
    if (!act) return nothingChosen;
    const requestId = visit.part("requestId");
    const answered = await act(visit, { requestId });
    if (!("kind" in answered)) return answered;
    const isSaved = act === save && !isToBeSent(visit.form);
    return { kind: "go", to: `/pages/requests/${requestId}${isSaved ? "?saved=yes" : ""}` };
  },
});
