import { routes } from "../../shared/contract/manifest.ts";
import { whenLeftEmpty } from "../faults.ts";
import { formNamed, nothingChosen, typed } from "../form.ts";
import { headed } from "../headed.ts";
import { html } from "../html.ts";
import { parsedBy } from "../parsed.ts";
import { work } from "../serving.ts";
import { attempt, done, type Done, type Ending, type Trouble, type Visit } from "../visit.ts";
import { objectiveCard } from "./cards.ts";
import { outcomeIn, outcomeWhenEmpty } from "./outcomeForm.ts";
import { readOutcomes, requestKeyOf } from "./readOutcomes.ts";

async function show(visit: Visit, trouble?: Trouble): Promise<Ending> {
  const { school, works, mayReadRequest } = await readOutcomes(visit);
  const form = (name: string) => formNamed(name, visit, trouble);
  const all = works.flatMap(({ objectives }) => objectives);
  const next = works
    .filter(({ mayRecord }) => mayRecord)
    .flatMap(({ objectives }) => objectives)
    .find(({ outcome }) => !outcome);
  return headed(
    `What changed at ${school}`,
    html`${works.length === 0 && html`<p>There is nothing to record yet: outcomes follow once work has ended of which a day was delivered.</p>`}
    ${works.map(
      ({ practitioner, mayRecord, objectives }) =>
        html`<h2>Supported by ${practitioner}</h2>
          <ul class="cards">
            ${objectives.map((each) => objectiveCard(each, { mayRecord, isNext: each === next, number: all.indexOf(each) + 1, form }))}
          </ul>`,
    )}
    ${mayReadRequest && html`<p><a href="/pages/requests/${visit.part("requestId")}">The request for support</a></p>`}`,
    { trouble, forms: [form(visit.form.get("do") ?? "")] },
  );
}

async function record(visit: Visit, key: Readonly<Record<"deploymentId" | "objectiveId", string>>): Done {
  const said = parsedBy(routes.recordOutcome.body, outcomeIn(visit.form));
  if (!("kind" in said)) return said;
  return done(
    attempt(visit, "recordOutcome", { params: { ...requestKeyOf(visit), ...key }, body: said.body }),
  );
}

async function correct(visit: Visit, key: Readonly<Record<"deploymentId" | "objectiveId", string>>): Done {
  const said = parsedBy(routes.correctOutcome.body, {
    ...outcomeIn(visit.form),
    reason: typed(visit.form, "reason"),
  });
  if (!("kind" in said)) return said;
  return done(
    attempt(visit, "correctOutcome", { params: { ...requestKeyOf(visit), ...key }, body: said.body }),
  );
}

async function answer(visit: Visit): Promise<Ending | Trouble> {
  const sent = visit.form.get("do") ?? "";
  const [, what, deploymentId = "", objectiveId = ""] = /^(record|correct)-(\w+)-(\w+)$/.exec(sent) ?? [];
  if (what === undefined) return nothingChosen;
  const act = what === "record" ? record : correct;
  const acted = await act(visit, { deploymentId, objectiveId });
  return "kind" in acted
    ? { kind: "go", to: visit.address }
    : whenLeftEmpty(acted, visit.form, outcomeWhenEmpty);
}

/** What became of each objective of a request: recorded by the school that asked, put right, and asked about again. */
export const outcomesPage = work({ show, answer });
