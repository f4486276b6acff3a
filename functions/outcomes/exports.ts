import { erasedName } from "../../shared/domain/people/erasure.ts";
import { dateAt } from "../../shared/domain/calendar/calendar.ts";
import type { Deployment } from "../../shared/domain/deployments/deployment.ts";
import { chargeFor } from "../../shared/domain/deployments/money.ts";
import {
  type FollowUp,
  type FollowUpSpan,
  followUpStates,
  type Outcome,
} from "../../shared/domain/outcomes/outcome.ts";
import {
  directionsInWords,
  impactLevelsInWords,
  payersInWords,
  routesInWords,
  strengthsInWords,
  workStatesInWords,
} from "../../shared/domain/inWords.ts";
import type { SupportRequest } from "../../shared/domain/requests/request.ts";
import type { School } from "../../shared/domain/schools/school.ts";
import { toCsv } from "../../shared/registers/csv.ts";
import { titleOf } from "../../shared/registers/taxonomy.ts";
import type { Handler } from "../../shared/runtime/serve.ts";
import { deploymentList, followUpsIn, outcomeList } from "../../shared/store/rows/deployments.ts";
import { peopleList } from "../../shared/store/rows/people.ts";
import { requestList } from "../../shared/store/rows/requests.ts";
import { allSchools } from "../../shared/store/schools.ts";
import type { Store } from "../../shared/store/store.ts";

/** A column's title and what stands in it of one row. */
export type Columns<Row> = readonly (readonly [string, (row: Row) => string | number | null])[];

/** The mark by which spreadsheets know UTF-8: without it they show names with accents wrongly. */
const byteOrderMark = "\uFEFF";

/** A file of rows, as spreadsheets open it. */
export const table = <Row>(columns: Columns<Row>, rows: readonly Row[]): string =>
  byteOrderMark +
  toCsv(
    columns.map(([title]) => title),
    rows.map((row) => columns.map(([, cell]) => cell(row))),
  );

const pounds = (pence: number): string => (pence / 100).toFixed(2);

interface Work {
  readonly deployment: Deployment;
  readonly request: SupportRequest | undefined;
  readonly supported: School | undefined;
  readonly home: School | undefined;
  readonly practitioner: string;
}

const charged = ({ deployment: { agreement, daysCharged } }: Work) => chargeFor(agreement, daysCharged);

/** What the work is about, in words. */
const needOf = ({ request }: Work): string | null => (request ? titleOf(request.codes.primary) : null);

const workColumns: Columns<Work> = [
  ["Deployment", ({ deployment }) => deployment.deploymentId],
  ["Request", ({ deployment }) => deployment.requestId],
  ["Academic year", ({ deployment }) => deployment.academicYear],
  ["Supported school URN", ({ supported }) => supported?.urn ?? null],
  ["Supported school", ({ supported }) => supported?.name ?? null],
  ["Home school URN", ({ home }) => home?.urn ?? null],
  ["Home school", ({ home }) => home?.name ?? null],
  ["Practitioner", ({ practitioner }) => practitioner],
  ["Primary code", ({ request }) => request?.codes.primary ?? null],
  ["Need", needOf],
  ["Route policy", ({ deployment }) => routesInWords[deployment.routePolicy]],
  ["State", ({ deployment }) => workStatesInWords[deployment.state]],
  ["Agreed on", ({ deployment }) => dateAt(deployment.agreement.agreedAt)],
  ["From", ({ deployment }) => deployment.agreement.window.from],
  ["To", ({ deployment }) => deployment.agreement.window.to],
  ["Ended on", ({ deployment }) => deployment.ending?.on ?? null],
  ["Days planned", ({ deployment }) => deployment.agreement.daysPlanned],
  ["Days delivered", ({ deployment }) => deployment.daysDelivered],
  ["Days charged", ({ deployment }) => deployment.daysCharged],
  ["Payer", ({ deployment }) => payersInWords[deployment.agreement.payer]],
  ["Day rate £", ({ deployment }) => pounds(deployment.agreement.dayRatePence)],
  ["Charged £", (work) => pounds(charged(work).chargedPence)],
  ["Home school share £", (work) => pounds(charged(work).homeSchoolSharePence)],
  ["Brokerage £", (work) => pounds(charged(work).brokeragePence)],
];

/** Every deployment, or those of one year, in the order of their agreements: what was given to whom, and who owes what. */
export const exportDeployments: Handler<"exportDeployments"> = async ({ query }, { store }) => {
  const works = await worksOf(store, query.academicYear);
  return { status: 200, body: table(workColumns, works) };
};

async function worksOf(store: Store, academicYear: string | undefined): Promise<Work[]> {
  const [deployments, requests, schools, people] = await Promise.all([
    store.all(deploymentList),
    store.all(requestList),
    allSchools(store),
    store.all(peopleList),
  ]);
  const requestOf = new Map(requests.map((each) => [each.requestId, each]));
  const schoolOf = new Map(schools.map((each) => [each.schoolId, each]));
  const nameOf = new Map(people.map((each) => [each.personId, each.name]));
  const orderOf = ({ agreement, deploymentId }: Deployment): string =>
    `${agreement.agreedAt} ${deploymentId}`;
  return deployments
    .filter((each) => academicYear === undefined || each.academicYear === academicYear)
    .toSorted((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1))
    .map((deployment) => ({
      deployment,
      request: requestOf.get(deployment.requestId),
      supported: schoolOf.get(deployment.schoolId),
      home: schoolOf.get(deployment.homeSchoolId),
      practitioner: nameOf.get(deployment.personId) ?? erasedName,
    }));
}

interface Result {
  readonly work: Work;
  readonly outcome: Outcome;
  readonly later: readonly FollowUp[];
}

const lasted =
  (span: FollowUpSpan) =>
  ({ later }: Result) => {
    const answer = later.find(({ after }) => after === span)?.answer;
    return answer ? directionsInWords[answer.direction] : null;
  };

const resultColumns: Columns<Result> = [
  ["Deployment", ({ outcome }) => outcome.deploymentId],
  ["Request", ({ outcome }) => outcome.requestId],
  ["Academic year", ({ work }) => work.deployment.academicYear],
  ["School URN", ({ work }) => work.supported?.urn ?? null],
  ["School", ({ work }) => work.supported?.name ?? null],
  ["Primary code", ({ work }) => work.request?.codes.primary ?? null],
  ["Need", ({ work }) => needOf(work)],
  ["Days delivered", ({ work }) => work.deployment.daysDelivered],
  [
    "Objective",
    ({ work, outcome }) =>
      work.request?.objectives.find(({ objectiveId }) => objectiveId === outcome.objectiveId)?.statement ??
      null,
  ],
  ["Success measure", ({ outcome }) => outcome.successMeasure],
  ["Baseline", ({ outcome }) => outcome.baseline],
  ["Result", ({ outcome }) => outcome.result],
  ["Level", ({ outcome }) => impactLevelsInWords[outcome.level] ?? outcome.level],
  ["Direction", ({ outcome }) => directionsInWords[outcome.direction]],
  [
    "Evidence strength",
    ({ outcome }) => strengthsInWords[outcome.evidenceStrength] ?? outcome.evidenceStrength,
  ],
  ["Evidence", ({ outcome }) => outcome.evidence],
  ["What changed", ({ outcome }) => outcome.contribution.whatChanged],
  ["What we did", ({ outcome }) => outcome.contribution.whatWeDid],
  ["Other explanations", ({ outcome }) => outcome.contribution.otherExplanations],
  ["Recorded on", ({ outcome }) => dateAt(outcome.recordedAt)],
  ["One term later", lasted("one-term")],
  ["Three terms later", lasted("three-terms")],
];

/** Every outcome, or those of one year's work, with the objective it is of and whether it lasted. */
export const exportOutcomes: Handler<"exportOutcomes"> = async ({ query }, { store }) => {
  const [works, outcomes, ...asked] = await Promise.all([
    worksOf(store, query.academicYear),
    store.all(outcomeList),
    ...followUpStates.map((state) => store.all(followUpsIn(state))),
  ]);
  const keyOf = ({ deploymentId, objectiveId }: Pick<Outcome, "deploymentId" | "objectiveId">): string =>
    `${deploymentId} ${objectiveId}`;
  const laterOf = Map.groupBy(asked.flat(), keyOf);
  const ofWork = Map.groupBy(outcomes, ({ deploymentId }) => deploymentId);
  const results = works.flatMap((work) =>
    (ofWork.get(work.deployment.deploymentId) ?? [])
      .toSorted((a, b) => (a.objectiveId < b.objectiveId ? -1 : 1))
      .map((outcome): Result => ({ work, outcome, later: laterOf.get(keyOf(outcome)) ?? [] })),
  );
  return { status: 200, body: table(resultColumns, results) };
};
