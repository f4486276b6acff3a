import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import * as z from "zod";
import { localFunctions } from "../../infra/local/functions.ts";
import { startGateway } from "../../infra/local/gateway/startGateway.ts";
import { demoClientId, demoGrantType } from "../../infra/local/sign-in/provider.ts";
import type { Area, Route } from "../../shared/contract/door.ts";
import { routes } from "../../shared/contract/manifest.ts";
import { addDays, dateAt } from "../../shared/domain/calendar/calendar.ts";
import { PartnershipId } from "../../shared/domain/ids.ts";
import { freshId } from "../../shared/runtime/identity.ts";
import { numbered } from "../harness/rows.ts";
import { newPartnership, startService } from "../harness/service.ts";
import { memoryWorld } from "../store/memoryWorld.ts";
import { type AreaSize, layOutArea } from "./areaRows.ts";
import { type Measured, rounded } from "./report.ts";

const execute = promisify(execFile);
const autocannon = fileURLToPath(import.meta.resolve("autocannon"));
const connections = 20;
const seconds = 3;
const size: AreaSize = { schools: 150, people: 200, requests: 100 };

interface Load {
  readonly area: Area;
  readonly kind: "read" | "write";
  readonly method: "GET" | "POST" | "PUT";
  readonly path: string;
  readonly body?: object;
}

const draft = (today: string) => ({
  schoolId: numbered.school(1),
  codes: { primary: "CT-03", secondary: [] },
  phase: "primary",
  description: "New staff need coaching in early reading.",
  objectives: [{ statement: "More children pass", successMeasure: "Share passing", baseline: "61 %" }],
  daysEach: 2,
  people: 1,
  window: { from: addDays(today, 30), to: addDays(today, 120) },
  mode: "on-site",
  urgency: "this-term",
  requiredDesignation: null,
});

const loads = (today: string): readonly Load[] => [
  { area: "service", kind: "read", method: "GET", path: "/health" },
  { area: "partnership", kind: "read", method: "GET", path: "/partnership" },
  { area: "partnership", kind: "read", method: "GET", path: "/schools?limit=50" },
  { area: "people", kind: "read", method: "GET", path: "/people?limit=50" },
  { area: "people", kind: "read", method: "GET", path: `/people/${numbered.person(1)}` },
  { area: "requests", kind: "read", method: "GET", path: "/requests?limit=50" },
  { area: "requests", kind: "read", method: "GET", path: `/requests/${numbered.request(1)}` },
  { area: "matching", kind: "read", method: "GET", path: "/match-runs" },
  { area: "offers", kind: "read", method: "GET", path: "/offers" },
  { area: "deployments", kind: "read", method: "GET", path: "/deployments" },
  { area: "outcomes", kind: "read", method: "GET", path: "/follow-ups" },
  { area: "requests", kind: "write", method: "POST", path: "/requests", body: draft(today) },
];

const Cannon = z.object({
  requests: z.object({ average: z.number() }),
  latency: z.object({ p50: z.number(), p99: z.number() }),
  "2xx": z.number(),
  non2xx: z.number(),
  errors: z.number(),
});

/** Fires at one address from another process, so that the caller's own work does not slow the answers. */
async function fire(origin: string, token: string, load: Load) {
  const body = load.body ? ["-b", JSON.stringify(load.body), "-H", "content-type=application/json"] : [];
  const aim = ["-m", load.method, "-H", `authorization=Bearer ${token}`, ...body, `${origin}${load.path}`];
  const pace = ["-j", "-n", "-c", String(connections), "-d", String(seconds)];
  const { stdout } = await execute(process.execPath, [autocannon, ...pace, ...aim]);
  return Cannon.parse(JSON.parse(stdout));
}

async function rowsOf(origin: string, token: string, today: string): Promise<(string | number)[][]> {
  const rows: (string | number)[][] = [];
  for (const load of loads(today)) {
    const { requests, latency, non2xx, errors, ...rest } = await fire(origin, token, load);
    const { area, kind, method, path } = load;
    const shown = path.replace(/_0{5,}/g, "_…");
    const failed = non2xx + errors;
    rows.push([
      area,
      kind,
      `${method} ${shown}`,
      rounded(requests.average),
      latency.p50,
      latency.p99,
      failed,
    ]);
    if (rest["2xx"] === 0) throw new Error(`${method} ${path} answered nothing well`);
  }
  return rows;
}

const tableOf = (title: string, note: string, rows: Measured["rows"]): Measured => ({
  title,
  notes: [
    note,
    `${connections} connections for ${seconds} s each, from a process of their own on the same machine; ${size.requests} requests, ${size.people} practitioners, ${size.schools} schools.`,
  ],
  columns: ["route group", "kind", "route", "requests/s", "p50 ms", "p99 ms", "failed"],
  rows,
});

/** The whole local host under load: gateway, sign-in's tokens, handlers and database. */
export async function measureService(): Promise<Measured[]> {
  const service = await startService();
  try {
    const { partnershipId, broker } = newPartnership(service);
    const today = dateAt(service.host.clock.now().toISOString());
    await layOutArea(service.host.world.storeFor(partnershipId), size, today);
    const form = new URLSearchParams({ grant_type: demoGrantType, client_id: demoClientId, account: broker });
    const answer = await fetch(service.host.tokenEndpoint, { method: "POST", body: form });
    const { access_token } = z.object({ access_token: z.string() }).parse(await answer.json());
    const rows = await rowsOf(service.origin, access_token, today);
    return [tableOf("The local host with its database", "The service as `npm start` runs it.", rows)];
  } finally {
    await service.close();
  }
}

/** The gateway and the handlers under load, over a table in memory and without checking tokens. */
export async function measureHandlers(): Promise<Measured[]> {
  const now = new Date();
  const partnership = freshId(PartnershipId, now.getTime());
  const world = { ...memoryWorld(now.toISOString()), log: () => undefined };
  await layOutArea(world.storeFor(partnership), size, dateAt(world.now()));
  const functions = localFunctions({ ...world, registerAddresses: {} });
  const gateway = await startGateway({
    port: 0,
    routes: Object.values<Route>(routes).map((route) => ({
      method: route.method,
      path: route.path,
      authorizer: route.roles === "public" ? "none" : "jwt",
      functionName: route.area,
      handler: (event, context) => functions.areas[route.area](event, context),
    })),
    authorizeJwt: async () => ({ sub: "broker-1", partnership, roles: "broker" }),
    log: () => undefined,
    now: () => now,
  });
  try {
    const rows = await rowsOf(gateway.origin, "any", dateAt(world.now()));
    const note =
      "Gateway, router, parsing, handlers and rendering over a table in memory; no database, no token check.";
    return [tableOf("The handlers without the database", note, rows)];
  } finally {
    await gateway.close();
  }
}
