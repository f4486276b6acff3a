import { describe, expect, test } from "vitest";
import type { Role, Route } from "../../shared/contract/door.ts";
import { roles } from "../../shared/contract/door.ts";
import { type RouteName, routes } from "../../shared/contract/manifest.ts";
import { Problem } from "../../shared/contract/problems.ts";
import { setUpArea } from "../harness/area.ts";
import { serviceForTests } from "../harness/serviceForTests.ts";

/** What holds for every door, drawn from the manifest, so that a new one cannot be forgotten. */
const service = await serviceForTests();
const area = await setUpArea(service, 6);

const all = Object.entries<Route>(routes);
const guarded = all.filter(([, route]) => route.roles !== "public");

const ids: Readonly<Record<string, string>> = {
  schoolId: "sch_00000000",
  personId: "per_00000000",
  requestId: "req_00000000",
  offerId: "ofr_00000000",
  runId: "run_00000000",
  fromRunId: "run_00000001",
  deploymentId: "dep_00000000",
  visitId: "vis_00000000",
  objectiveId: "obj_00000000",
  followUpId: "fol_00000000",
  importId: "imp_00000000",
  taskId: "tsk_00000000",
  uploadId: "upl_00000000",
  code: "CT-03",
  leaf: "CT-03.SSP",
  holder: "authority-000",
  rule: "same-trust",
  relaxation: "remote",
  academicYear: "2026-27",
};
const pathOf = (route: Route): string =>
  route.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => ids[name] ?? "unknown");

/** An account of the partnership that holds exactly one role. */
const accountWith = (role: Role): string => {
  const school = area.primaries[0]?.schoolId;
  return service.enrol({
    account: `only-${role}-${area.partnershipId.slice(4)}`,
    partnership: area.partnershipId,
    roles: [role],
    ...(role === "school" && school ? { school } : {}),
  });
};

const aRoleOf = (route: Route): Role => {
  const [role] = route.roles === "public" ? [] : route.roles;
  if (!role) throw new Error("A guarded route allows somebody");
  return role;
};

const asked = (route: Route) => ({ method: route.method, path: pathOf(route) });
const withCsv = (route: Route, csv: string | Uint8Array) => ({ ...asked(route), csv });

describe.each(guarded)("%s", (_, route) => {
  test("wants a token", async () => {
    const answer = await service.ask(undefined, asked(route));
    expect(answer.status).toBe(401);
  });

  test("refuses every role it does not name, saying which it does", async () => {
    for (const role of roles.filter((each) => route.roles !== "public" && !route.roles.includes(each))) {
      const answer = await service.ask(accountWith(role), asked(route));
      expect(answer.status).toBe(403);
      expect(Problem.parse(answer.body).type).toBe("urn:area-brokerage:problem:forbidden");
    }
  });

  test("answers a body it cannot take with a problem, and never with a failure of its own", async () => {
    const account = accountWith(aRoleOf(route));
    const hostile = [
      { ...asked(route), body: { unheardOf: true } },
      { ...asked(route), body: [] },
      { ...asked(route), headers: { "content-type": "application/json" } },
      withCsv(route, new Uint8Array([0xff, 0xfe, 0x00])),
      withCsv(route, '"never closed'),
    ];
    for (const each of hostile.filter(({ method }) => method !== "GET")) {
      const answer = await service.ask(account, each);
      const isProblem = answer.headers.get("content-type") === "application/problem+json";
      expect({ status: answer.status, isProblem }).toEqual({
        status: expect.toSatisfy((status: number) => status < 500),
        isProblem: answer.status >= 400,
      });
    }
  });
});

const bodied = guarded.filter(([, route]) => route.body !== undefined);

test.each(bodied)("%s names the field that does not exist by its pointer", async (_, route) => {
  const answer = await service.ask(accountWith(aRoleOf(route)), {
    ...asked(route),
    body: { unheardOf: true },
  });
  expect(answer.status).toBe(422);
  const { errors } = Problem.parse(answer.body);
  expect(errors).toContainEqual({ detail: "There is no such field", pointer: "/unheardOf" });
});

test.each(bodied)("%s refuses a body that is too large, not JSON or not UTF-8", async (_, route) => {
  const account = accountWith(aRoleOf(route));
  const raw = async (body: Uint8Array<ArrayBuffer>) => {
    const headers = {
      "content-type": "application/json",
      authorization: `Bearer ${await service.token(account)}`,
    };
    const answer = await fetch(`${service.origin}${pathOf(route)}`, { method: route.method, headers, body });
    return answer.status;
  };
  expect(await raw(new Uint8Array(300 * 1024).fill(32))).toBe(413);
  expect(await raw(new TextEncoder().encode("{"))).toBe(400);
  expect(await raw(new Uint8Array([0x22, 0xc3, 0x28, 0x22]))).toBe(400);
});

const onOneThing = guarded.filter(([, route]) => route.params !== undefined);
/** These say more than "not found" before they look: their body or role decides first. */
const bodyless = onOneThing.filter(([, route]) => route.body === undefined && !route.csvBody);

test.each(bodyless)("%s answers what does not exist with 404", async (_, route) => {
  expect((await service.ask(accountWith(aRoleOf(route)), asked(route))).status).toBe(404);
});

const addressed = guarded.filter(([, route]) => route.params !== undefined || route.query !== undefined);

test.each(addressed)("%s answers an address that nobody can read with a problem", async (_, route) => {
  const account = accountWith(aRoleOf(route));
  const inPath = Object.keys(route.params?.shape ?? {}).map((name) =>
    route.path.replaceAll(/\{(\w+)\}/g, (_all, each: string) =>
      each === name ? "no%20such%20thing" : (ids[each] ?? ""),
    ),
  );
  const inQuery = Object.keys(route.query?.shape ?? {}).map(
    (name) => `${pathOf(route)}?${name}=no+such+thing`,
  );
  for (const path of [...inPath, ...inQuery]) {
    const { status, headers } = await service.ask(account, { method: route.method, path });
    const isProblem = headers.get("content-type") === "application/problem+json";
    expect({ path, status, isProblem }).toEqual({
      path,
      status: expect.toSatisfy((each: number) => each < 500),
      isProblem: status >= 400,
    });
  }
});

const listing = guarded.filter(([, route]) => route.query !== undefined && "limit" in route.query.shape);

test.each(listing)("%s refuses a limit and a cursor that no list gave", async (name, route) => {
  const account = accountWith(aRoleOf(route));
  for (const query of ["limit=0", "limit=many", "unheardOf=1"]) {
    const answer = await service.ask(account, { method: "GET", path: `${pathOf(route)}?${query}` });
    expect(answer.status, `${name} ${query}`).toBe(422);
    expect(Problem.parse(answer.body).errors?.[0]?.parameter).toBe(query.split("=")[0]);
  }
});

test("public doors answer without a token", async () => {
  const open = all.filter(([, route]) => route.roles === "public").map(([name]) => name);
  expect(open).toEqual(["openApi", "health"] satisfies RouteName[]);
  for (const path of ["/openapi.json", "/health"])
    expect((await service.ask(undefined, { method: "GET", path })).status).toBe(200);
});
