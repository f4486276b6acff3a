import * as z from "zod";
import { PersonId, type RequestId, RunId, type SchoolId } from "../../shared/domain/ids.ts";
import { VisiblePerson } from "../../shared/contract/routes/peopleViews.ts";
import { RegisterPreview } from "../../shared/contract/routes/registers.ts";
import {
  OfferView,
  ProposalView,
  RequestView,
  RunView,
  SchoolView,
} from "../../shared/contract/routes/views.ts";
import { addDays, dateAt } from "../../shared/domain/calendar/calendar.ts";
import { syntheticRegister } from "../../shared/registers/syntheticRegister.ts";
import { type Answered, newPartnership, type Service } from "./service.ts";

export type SchoolRow = z.output<typeof SchoolView>;
export type OfferRow = z.output<typeof OfferView>;

/** A partnership with schools of a synthetic register, ready to be given people and requests. */
export interface AreaFixture extends ReturnType<typeof newPartnership> {
  readonly schools: readonly SchoolRow[];
  /** The schools that have coordinates, are open and primary: any two of them can be matched. */
  readonly primaries: readonly SchoolRow[];
}

/** One of the area's primary schools, by its place in the list. */
export function primaryOf(area: AreaFixture, index: number): SchoolRow {
  const found = area.primaries[index];
  if (!found) throw new Error(`The area has no primary school ${index}`);
  return found;
}

/** The body of an answer of the expected status, read by its schema; another status fails with the problem. */
export function expectBody<Schema extends z.ZodType>(
  answer: Answered,
  status: number,
  schema: Schema,
): z.output<Schema> {
  if (answer.status !== status)
    throw new Error(`Expected ${status} and heard ${answer.status}: ${JSON.stringify(answer.body)}`);
  return schema.parse(answer.body);
}

const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable() });

/** Every row of a list route, read to the last page. */
export async function everyRow<Item extends z.ZodType>(
  service: Service,
  { account, path, item }: { readonly account: string; readonly path: string; readonly item: Item },
): Promise<z.output<Item>[]> {
  const rows: z.output<Item>[] = [];
  let cursor = "";
  do {
    const joint = path.includes("?") ? "&" : "?";
    const answer = await service.ask(account, {
      method: "GET",
      path: `${path}${joint}limit=200${cursor === "" ? "" : `&cursor=${cursor}`}`,
    });
    const page = expectBody(answer, 200, pageOf(item));
    rows.push(...page.items);
    cursor = page.nextCursor ?? "";
  } while (cursor !== "");
  return rows;
}

/** The practitioners whom the list of people answers to a query, read to the last page. */
export async function peopleFound(
  service: Service,
  { account, query }: { readonly account: string; readonly query: string },
): Promise<ReadonlySet<PersonId>> {
  const found = await everyRow(service, { account, path: `/people?${query}`, item: VisiblePerson });
  return new Set(found.map(({ personId }) => personId));
}

/** Sets up a partnership over HTTP: partnership, register, and an address for every school's head. */
export async function setUpArea(service: Service, schools = 30): Promise<AreaFixture> {
  const accounts = newPartnership(service);
  const set = await service.ask(accounts.broker, {
    method: "PUT",
    path: "/partnership",
    body: { name: "Test Partnership", area: "Sheffield", brokerEmail: "broker@partnership.example" },
  });
  expectBody(set, 200, z.object({ name: z.string() }));
  const register = syntheticRegister({ area: "Sheffield", schools, seed: 7 });
  if (register.kind !== "made") throw new Error("Sheffield is not known to the synthetic register");
  const imported = await service.ask(accounts.broker, {
    method: "POST",
    path: "/register-imports",
    csv: register.text,
  });
  const { importId } = expectBody(imported, 201, RegisterPreview).import;
  const applied = await service.ask(accounts.broker, {
    method: "POST",
    path: `/register-imports/${importId}/apply`,
  });
  expectBody(applied, 200, z.object({ applied: z.literal(true) }));
  const rows = await everyRow(service, { account: accounts.broker, path: "/schools", item: SchoolView });
  const primaries = rows.filter(
    (school) =>
      school.status === "open" && school.phases.includes("primary") && school.eastingMetres !== null,
  );
  for (const { schoolId } of primaries)
    await service.ask(accounts.broker, {
      method: "PUT",
      path: `/schools/${schoolId}/contact`,
      body: { headEmail: `head-${schoolId.slice(-6)}@school.example`, inCategoryOfConcern: false },
    });
  return { ...accounts, schools: rows, primaries };
}

let people = 0;

/** Adds a practitioner who can coach a code in primary schools, endorsed by their own head. */
export async function addPractitioner(
  service: Service,
  area: AreaFixture,
  about: {
    readonly home: SchoolId;
    readonly code: string;
    readonly days?: number;
    readonly deployments?: number;
  },
): Promise<PersonId> {
  people += 1;
  const today = dateAt(service.host.clock.now().toISOString());
  const answer = await service.ask(area.broker, {
    method: "POST",
    path: "/people",
    body: {
      name: `Practitioner ${people}`,
      email: `practitioner-${people}@school.example`,
      homeSchoolId: about.home,
      employedFrom: "2020-09-01",
      claims: [
        {
          code: about.code,
          level: "can-coach",
          phases: ["primary"],
          lastPractisedYear: 2026,
          evidence: "Led it",
        },
      ],
      designations: [],
      assurance: { confirmedBySchoolId: about.home, confirmedOn: today, validUntil: addDays(today, 700) },
      phases: ["primary"],
      modes: ["on-site", "remote", "hybrid"],
      travelLimitMetres: null,
      availability: [],
      capacityDaysPerYear: about.days ?? 15,
      capacityDeployments: about.deployments ?? 2,
      declaredInterests: [],
    },
  });
  const { personId } = expectBody(answer, 201, z.object({ personId: PersonId }));
  area.practitioner(personId);
  const endorsed = await service.ask(area.head(about.home), {
    method: "POST",
    path: `/people/${personId}/claims/${about.code}/endorsement`,
    body: { note: "Seen in class" },
  });
  expectBody(endorsed, 200, z.object({ personId: PersonId }));
  return personId;
}

/** The draft of a request for a school: two days of coaching, half a term from now. */
export function requestDraft(
  service: Service,
  school: SchoolId,
  change: object = {},
): Record<string, unknown> {
  const today = dateAt(service.host.clock.now().toISOString());
  return {
    schoolId: school,
    codes: { primary: "CT-03", secondary: [] },
    phase: "primary",
    description: "Our phonics results have fallen and new staff need coaching in early reading.",
    objectives: [
      {
        statement: "More children pass the phonics screening check",
        successMeasure: "Share of Year 1 passing",
        baseline: "61 % last June",
      },
    ],
    daysEach: 2,
    people: 1,
    window: { from: addDays(today, 30), to: addDays(today, 120) },
    mode: "on-site",
    urgency: "this-term",
    requiredDesignation: null,
    routePolicy: "traded-improvement",
    ...change,
  };
}

/** Drafts and submits a request as its school's head, and waits for triage. */
export async function submitRequest(
  service: Service,
  area: AreaFixture,
  about: { readonly school: SchoolId; readonly change?: object },
): Promise<RequestId> {
  const head = area.head(about.school);
  const drafted = await service.ask(head, {
    method: "POST",
    path: "/requests",
    body: requestDraft(service, about.school, about.change),
  });
  const { requestId } = expectBody(drafted, 201, RequestView);
  expectBody(
    await service.ask(head, { method: "POST", path: `/requests/${requestId}/submission` }),
    200,
    RequestView,
  );
  await service.settle();
  return requestId;
}

/** Starts a run as the broker, waits for it and gives its id and proposals. */
export async function runMatch(service: Service, area: AreaFixture) {
  const started = expectBody(
    await service.ask(area.broker, { method: "POST", path: "/match-runs" }),
    202,
    z.object({ runId: RunId }),
  );
  await service.settle();
  const run = expectBody(
    await service.ask(area.broker, { method: "GET", path: `/match-runs/${started.runId}` }),
    200,
    RunView,
  );
  if (run.state !== "published") throw new Error(`The run is ${run.state}: ${run.failure ?? ""}`);
  const path = `/match-runs/${run.runId}/proposals`;
  return { run, proposals: await everyRow(service, { account: area.broker, path, item: ProposalView }) };
}

/** Confirms a run's proposal for a request and gives the offer. */
export async function confirm(
  service: Service,
  area: AreaFixture,
  proposal: z.output<typeof ProposalView>,
): Promise<OfferRow> {
  const { runId, requestId, personId } = proposal;
  const answer = await service.ask(area.broker, {
    method: "POST",
    path: `/match-runs/${runId}/proposals/${requestId}/${personId}/confirmation`,
    body: {},
  });
  return expectBody(answer, 201, OfferView);
}
