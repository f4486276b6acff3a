import { isDeepStrictEqual } from "node:util";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { Route } from "../../shared/contract/door.ts";
import { routes } from "../../shared/contract/manifest.ts";
import { Problem } from "../../shared/contract/problems.ts";
import { spoilt } from "../harness/spoilt.ts";
import { groundForDoors, pathWith } from "./groundForDoors.ts";

/** What is sent spoilt is refused in words and changes nothing: for every door of the manifest that takes a body. */
const { service, scene, person, request, known, ids, onOpen, everything } = await groundForDoors();
const accounts = {
  broker: scene.broker,
  director: scene.director,
  school: request.head,
  practitioner: person.account,
} as const;

const taking = Object.entries<Route>(routes).filter(([, route]) => route.body !== undefined);

test.each(taking)("%s refuses what is spoilt with a problem, and nothing is changed", async (_, route) => {
  const { body, method, roles } = route;
  if (!body || roles === "public") throw new Error("A door that takes a body is for somebody");
  const asked = fc.record({
    role: fc.constantFrom(...roles),
    of: fc.constantFrom(ids, onOpen),
    sent: spoilt(body, known),
  });
  let before = await everything();
  const holds = fc.asyncProperty(asked, async ({ role, of, sent }) => {
    const answer = await service.ask(accounts[role], { method, path: pathWith(route, of), body: sent });
    // Some of it is not spoilt after all: the rest is then asked of what has become of the rows.
    if (answer.status < 400) await service.settle();
    const after = await everything();
    if (answer.status < 400) before = after;
    const isTold = answer.status < 400 || Problem.parse(answer.body).detail !== "";
    expect({
      isOurFault: answer.status >= 500,
      isTold,
      isChanged: !isDeepStrictEqual(after, before),
    }).toEqual({
      isOurFault: false,
      isTold: true,
      isChanged: false,
    });
  });
  await fc.assert(holds, { numRuns: 12 });
});
