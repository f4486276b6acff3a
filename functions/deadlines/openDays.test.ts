import { describe, expect, test } from "vitest";
import { lambdaContext } from "../../infra/local/lambdaContext.ts";
import { addMonths, dateAt } from "../../shared/domain/calendar/calendar.ts";
import { authorityHolder, type CalendarSpan } from "../../shared/domain/calendar/calendarYear.ts";
import { madeUpVisit } from "../../shared/domain/deployments/deployment.testdata.ts";
import { DeploymentId, FollowUpId, PartnershipId } from "../../shared/domain/ids.ts";
import { calendarYears } from "../../shared/store/rows/calendars.ts";
import { deployments, followUps, visits } from "../../shared/store/rows/deployments.ts";
import { registers, SchoolFacts, schoolFacts } from "../../shared/store/rows/partnership.ts";
import { people } from "../../shared/store/rows/people.ts";
import { offers, requests } from "../../shared/store/rows/requests.ts";
import { outboxList } from "../../shared/store/rows/trail.ts";
import {
  numbered,
  someCalendarYear,
  someDeployment,
  someOffer,
  somePerson,
  somePolicy,
  someRequest,
  someSchool,
} from "../../test/harness/rows.ts";
import { queueRecord } from "../../test/harness/queueRecord.ts";
import { memoryWorld } from "../../test/store/memoryWorld.ts";
import { deadlinesFunction } from "./handler.ts";

const partnershipId = PartnershipId.parse("par_00000001");
const [supported, home] = [numbered.school(1), numbered.school(2)];
const person = somePerson(1, home);
const request = someRequest(1, supported, "2026-06-01");
const work = {
  ...someDeployment(request, person),
  newRelease: {
    schoolId: home,
    from: "2026-06-08",
    askedOn: "2026-06-01",
    answer: "awaited",
    answeredAt: null,
  },
} as const;
const ended = {
  ...work,
  deploymentId: DeploymentId.parse("dep_00000002"),
  state: "complete",
  ending: { as: "complete", on: "2026-06-01", reason: "" },
} as const;
const about = { requestId: request.requestId, personId: person.personId, schoolId: supported };
const unsent = madeUpVisit({ ...about, deploymentId: work.deploymentId, visitedOn: "2026-06-01" }, 1);
const unanswered = madeUpVisit(
  { ...about, deploymentId: work.deploymentId, state: "submitted", submittedAt: "2026-06-01T09:00:00.000Z" },
  2,
);
const followUp = {
  followUpId: FollowUpId.parse("fol_00000001"),
  deploymentId: work.deploymentId,
  requestId: request.requestId,
  objectiveId: numbered.objective(1),
  schoolId: supported,
  after: "one-term",
  dueOn: "2026-06-01",
  state: "due",
  answer: null,
  revision: 0,
} as const;
const asked = {
  ...followUp,
  followUpId: FollowUpId.parse("fol_00000002"),
  state: "asked",
  askedOn: "2026-06-01",
} as const;

interface Said {
  readonly holder: string;
  readonly span: CalendarSpan;
}

/** The kinds of letters that the hour writes where everything that can be due is, at an instant. */
async function toldAt(now: string, said: readonly Said[] = []): Promise<string[]> {
  const world = memoryWorld(now);
  const store = world.storeFor(partnershipId);
  const importedBy = numbered.registerImport(1);
  const schools = [1, 2].map((index) => SchoolFacts.parse({ ...someSchool(index), importedBy }));
  await store.stage(schoolFacts, schools);
  await store.stage(registers, [{ importId: importedBy, revision: 0 }]);
  await store.stage(people, [{ ...person, claimsConfirmedOn: addMonths(dateAt(now), -13) }]);
  await store.stage(requests, [request]);
  await store.stage(deployments, [work, ended]);
  await store.stage(visits, [unsent, unanswered]);
  await store.stage(followUps, [followUp, asked]);
  // Asked a day before, and given until the next working day: to be reminded of at once.
  const policy = {
    ...somePolicy(),
    consentWorkingDays: { practitioner: 1, "home-head": 1, "receiving-head": 1 },
  };
  const before = new Date(Date.parse(now) - 86_400_000).toISOString();
  await store.stage(offers, [someOffer(request, person, { policy, now: before })]);
  const years = Map.groupBy(said, ({ holder }) => holder);
  for (const [holder, each] of years)
    await store.stage(calendarYears, [
      someCalendarYear(
        holder,
        "2026-27",
        each.map(({ span }) => span),
      ),
    ]);
  // The same message twice, as queues give it: the second finds nothing left to do.
  for (const _time of [1, 2]) {
    const { batchItemFailures } = await deadlinesFunction(world)(
      { Records: [queueRecord(JSON.stringify({ partnershipId, jobId: "1" }))] },
      lambdaContext("deadlines"),
    );
    expect([batchItemFailures, world.logged]).toEqual([[], []]);
  }
  return (await store.all(outboxList)).map(({ type }) => type).toSorted();
}

const everything = [
  "claims-to-renew",
  "evaluation-chased",
  "follow-up-chased",
  "follow-up-due",
  "new-release-chased",
  "offer-chased",
  "record-answer-chased",
  "record-chased",
];
const span = (kind: CalendarSpan["kind"], date: string): CalendarSpan => ({
  kind,
  name: "Said",
  from: date,
  to: date,
});
const wednesday = "2026-09-16";
const noon = `${wednesday}T11:00:00.000Z`;

describe("whoever is to be asked, reminded or told of anything", () => {
  test("is on a working day of all schools", async () => {
    expect(await toldAt(noon)).toEqual(everything);
  });

  test("is on an INSET day, on which staff are there", async () => {
    const said = [supported, home].map((holder) => ({ holder, span: span("inset", wednesday) }));
    expect(await toldAt(noon, said)).toEqual(everything);
  });

  test.each([
    ["a Saturday", "2026-09-19T11:00:00.000Z"],
    ["a bank holiday", "2026-12-28T12:00:00.000Z"],
    ["the first weekday of the usual half term", "2026-10-26T12:00:00.000Z"],
    ["the night", `${wednesday}T02:00:00.000Z`],
  ])("is not on %s", async (_, now) => {
    expect((await toldAt(now)).filter((type) => type !== "offer-expired")).toEqual([]);
  });

  test.each([
    ["the partnership", "partnership", "closed"],
    ["the authority", authorityHolder("373"), "closed"],
    ["the authority, for a holiday", authorityHolder("373"), "holiday"],
  ] as const)("is not on a day that %s closes", async (_, holder, kind) => {
    expect(await toldAt(noon, [{ holder, span: span(kind, wednesday) }])).toEqual([]);
  });

  test("is not on a day on which their own school is closed, and is where only the other is", async () => {
    const ofSchool = ["evaluation-chased", "follow-up-chased", "follow-up-due", "record-answer-chased"];
    const ofHome = [
      "claims-to-renew",
      "evaluation-chased",
      "new-release-chased",
      "offer-chased",
      "record-chased",
    ];
    const closing = (holder: string) => toldAt(noon, [{ holder, span: span("closed", wednesday) }]);
    expect(await closing(home)).toEqual(ofSchool);
    expect(await closing(supported)).toEqual(ofHome);
  });
});
