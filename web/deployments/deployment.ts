import {
  awaitsReview,
  deliveredSomething,
  DeploymentEnding,
} from "../../shared/domain/deployments/deployment.ts";
import {
  type DeploymentParty,
  recordReaders,
  workingParties,
} from "../../shared/domain/deployments/parties.ts";
import { chosenAct, formNamed, nothingChosen, typed } from "../form.ts";
import { headed } from "../headed.ts";
import { html, type Html } from "../html.ts";
import { work } from "../serving.ts";
import { attempt, done, type Done, type Ending, type Trouble, type Visit } from "../visit.ts";
import { ask, askForm, readAsked, whatWasAsked } from "./askBroker.ts";
import { endForm, releaseForm } from "./forms.ts";
import { readObjectives, readWork, type WorkKey, workKeyOf, type WorkRead } from "./readWork.ts";
import { review, reviewForm } from "./review.ts";
import { summaryOf, whoComes } from "./summary.ts";
import { whatNext } from "./whatNext.ts";

/** Whether the reader is the head whom the practitioner's move asks, or the broker in their place. */
const isAskedToRelease = ({ deployment, ended, parties, mySchoolId }: WorkRead): boolean => {
  const { newRelease } = deployment;
  if (ended || newRelease?.answer !== "awaited") return false;
  return parties.has("broker") || (mySchoolId !== undefined && newRelease.schoolId === mySchoolId);
};

/** Whether the reader is to the work one of those whom a rule names. */
const isAmong = ({ parties }: WorkRead, named: readonly DeploymentParty[]): boolean =>
  named.some((party) => parties.has(party));

/** Where to go on; records and evaluations are not the home school's to read. */
const onwards = (read: WorkRead): Html =>
  html`<ul>
    ${
      isAmong(read, recordReaders) &&
      html`<li><a href="${read.at}/visits">Records of visit</a></li>
        <li><a href="${read.at}/evaluations">Evaluation</a></li>`
    }
    ${
      read.ended &&
      deliveredSomething(read.deployment) &&
      html`<li><a href="/pages/requests/${read.deployment.requestId}/outcomes">What changed</a></li>`
    }
    <li><a href="${read.at}/contacts">Who works together</a></li>
  </ul>`;

async function show(visit: Visit, trouble?: Trouble): Promise<Ending> {
  const seen = await readWork(visit);
  const [objectives, who, asked] = await Promise.all([
    readObjectives(visit, seen.deployment),
    whoComes(visit),
    readAsked(visit),
  ]);
  const form = (name: string) => formNamed(name, visit, trouble);
  const { newRelease } = seen.deployment;
  return headed(
    `The work at ${seen.school}`,
    html`${whatNext(seen)}
    ${isAskedToRelease(seen) && newRelease && releaseForm(form("release"), newRelease.from)} ${onwards(seen)}
    ${summaryOf(seen, who, objectives)} ${whatWasAsked(asked, seen)} ${askForm(form("ask"), seen, asked)}
    ${awaitsReview(seen.deployment) && isAmong(seen, workingParties) && reviewForm(form("review"), visit.today)}
    ${!seen.ended && isAmong(seen, workingParties) && endForm(form("end"), seen.deployment, visit.today)}`,
    { trouble, forms: [form(visit.form.get("do") ?? "")] },
  );
}

function end(visit: Visit, params: WorkKey): Done {
  const as = DeploymentEnding.shape.as.safeParse(visit.form.get("as"));
  if (!as.success)
    return Promise.resolve({
      status: 422,
      detail: "Something is missing.",
      faults: [{ field: "as", detail: "Choose how it ended" }],
    });
  const body = { as: as.data, on: typed(visit.form, "on"), reason: typed(visit.form, "reason") };
  return done(attempt(visit, "endDeployment", { params, body }));
}

function release(visit: Visit, params: WorkKey): Done {
  const then = visit.form.get("then");
  return then === "yes" || then === "no"
    ? done(attempt(visit, "answerNewRelease", { params, body: { released: then === "yes" } }))
    : Promise.resolve(nothingChosen);
}

const acts: Readonly<Record<string, (visit: Visit, params: WorkKey) => Done>> = { release, review, end };

async function answer(visit: Visit): Promise<Ending | Trouble> {
  if (visit.form.get("do") === "ask") return ask(visit);
  const act = chosenAct(acts, visit.form);
  const acted = act ? await act(visit, workKeyOf(visit)) : nothingChosen;
  return "kind" in acted ? { kind: "go", to: visit.address } : acted;
}

/** Work in a school: where it stands, where its records and evaluations are, and how it ends. */
export const deploymentPage = work({ show, answer });
