import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { Role, Route } from "../../shared/contract/door.ts";
import { routes } from "../../shared/contract/manifest.ts";
import { bodiesOf, type Known } from "../harness/spoilt.ts";
import { groundForDoors, pathWith } from "./groundForDoors.ts";
import { setScene } from "./scene.ts";

/** Who has no part in something hears of it what they hear of something that is not there, at every door of the manifest. */
const { service, scene, person, outsider, known, ids, onOpen, everything } = await groundForDoors();
const theirs = await setScene(service);

const nowhere: Known = {
  ...ids,
  ...Object.fromEntries(Object.entries(known).map(([name, id]) => [name, `${id.slice(0, 4)}zzzzzzzz`])),
  fromRunId: "run_zzzzzzzz",
};

/** Accounts of another partnership, whose tokens name the very school and practitioner of this one. */
const elsewhere: Readonly<Record<Role, string>> = {
  broker: theirs.broker,
  director: theirs.director,
  school: theirs.head(scene.schoolAt(0)),
  practitioner: theirs.practitioner(person.personId),
};
/** Accounts of this partnership that have no part in what is asked for. */
const beside: Readonly<Partial<Record<Role, string>>> = {
  school: scene.head(scene.schoolAt(5)),
  practitioner: outsider.account,
};

const rolesOf = ({ roles }: Route): readonly Role[] => (roles === "public" ? [] : roles);
const named = (route: Route, names: readonly string[]): boolean =>
  names.some((name) => route.path.includes(`{${name}}`));
const onOneThing = Object.entries<Route>(routes).filter(([, route]) => named(route, Object.keys(known)));
const ofSomebody = onOneThing.filter(
  ([, route]) =>
    named(route, ["personId", "requestId"]) &&
    Object.keys(beside).some((role) => rolesOf(route).some((each) => each === role)),
);

async function hears(account: string, route: Route, at: Known) {
  const [body] = route.body ? fc.sample(bodiesOf(route.body, known), { numRuns: 1, seed: 7 }) : [];
  const csv = route.csvBody ? { csv: "a,b" } : {};
  const asked = { method: route.method, path: pathWith(route, at), ...(body === undefined ? csv : { body }) };
  const { status, body: said } = await service.ask(account, asked);
  return { status, said };
}

/** What accounts hear at a door of things that are there, beside what they hear of some that are not. */
async function heard(route: Route, accounts: Readonly<Partial<Record<Role, string>>>) {
  const told: unknown[] = [];
  const expected: unknown[] = [];
  for (const account of rolesOf(route).flatMap((role) => accounts[role] ?? []))
    for (const at of [ids, onOpen]) {
      told.push(await hears(account, route, at));
      const { status, said } = await hears(account, route, nowhere);
      expected.push({ status: status < 400 ? "a refusal" : status, said });
    }
  return { told, expected };
}

test.each(onOneThing)(
  "%s tells another partnership nothing, and lets it change nothing",
  async (_, route) => {
    const before = await everything();
    const { told, expected } = await heard(route, elsewhere);
    expect(told).toEqual(expected);
    expect(await everything()).toEqual(before);
  },
);

test.each(ofSomebody)(
  "%s tells those nothing who have no part in it, and lets them change nothing",
  async (_, route) => {
    const before = await everything();
    const { told, expected } = await heard(route, beside);
    expect(told).toEqual(expected);
    expect(await everything()).toEqual(before);
  },
);
