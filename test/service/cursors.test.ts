import * as fc from "fast-check";
import { expect, test } from "vitest";
import * as z from "zod";
import { newPartnership } from "../harness/service.ts";
import { serviceForTests } from "../harness/serviceForTests.ts";
import { problemIn, withSchools } from "./withSchools.ts";

/** A cursor is good for the list, the filters and the kind of account that it was given to. */
const service = await serviceForTests();
const ours = newPartnership(service);
const { open } = await withSchools(service, ours, 8);
const theirs = newPartnership(service);
await withSchools(service, theirs, 8);

const Page = z.object({ items: z.array(z.unknown()), nextCursor: z.string().nullable() });
const pageOf = async (account: string, path: string) => Page.parse((await service.get(account, path)).body);
const cursorOf = async (account: string, path: string): Promise<string> =>
  z.string().parse((await pageOf(account, path)).nextCursor);
const refusedAt = async (account: string, path: string) => {
  const { code, errors } = problemIn(await service.get(account, path));
  return [code, errors[0]?.parameter];
};
const refused = ["invalid-request", "cursor"];

test("a cursor goes on where its page ended, whatever the size of the next, and for another broker too", async () => {
  const [whole, first] = [
    await pageOf(ours.broker, "/schools"),
    await pageOf(ours.broker, "/schools?limit=2"),
  ];
  const colleague = service.enrol({
    account: `broker-2-${ours.partnershipId.slice(4)}`,
    partnership: ours.partnershipId,
    roles: ["broker"],
  });
  for (const account of [ours.broker, colleague]) {
    const rest = await pageOf(account, `/schools?limit=200&cursor=${first.nextCursor}`);
    expect([...first.items, ...rest.items]).toEqual(whole.items);
  }
});

test("a cursor goes on whichever way round its filters are named", async () => {
  const cursor = await cursorOf(ours.broker, "/partnership/audit?limit=1&order=newest-first");
  for (const path of [`order=newest-first&cursor=${cursor}`, `cursor=${cursor}&order=newest-first&limit=9`])
    expect((await service.get(ours.broker, `/partnership/audit?${path}`)).status).toBe(200);
  const filters = ["family=CT", "kind=national"];
  const next = await cursorOf(ours.broker, `/expertise?limit=1&${filters.join("&")}`);
  const turned = `/expertise?limit=1&cursor=${next}&${filters.toReversed().join("&")}`;
  expect((await service.get(ours.broker, turned)).status).toBe(200);
});

test("a cursor in which anything was changed is refused", async () => {
  const letters = "abcXYZ019_-".split("");
  for (const path of ["/schools?limit=2", "/partnership/audit?limit=1"]) {
    const cursor = await cursorOf(ours.broker, path);
    const altered = fc
      .tuple(fc.nat({ max: cursor.length }), fc.constantFrom("", ...letters), fc.boolean())
      .map(([at, letter, isPutIn]) => cursor.slice(0, at) + letter + cursor.slice(isPutIn ? at : at + 1))
      .filter((each) => each !== cursor);
    await fc.assert(
      fc.asyncProperty(altered, async (each) => {
        expect(await refusedAt(ours.broker, `${path}&cursor=${each}`)).toEqual(refused);
      }),
      { numRuns: 60 },
    );
  }
});

test("a cursor of another list, other filters, another kind of account or another partnership is refused", async () => {
  const schools = await cursorOf(ours.broker, "/schools?limit=2");
  const [head] = open.map(({ schoolId }) => ours.head(schoolId));
  for (const [account, path] of [
    [ours.broker, "/people?limit=2"],
    [ours.broker, "/schools?limit=2&status=open"],
    [ours.director, "/schools?limit=2"],
    [head ?? "", "/schools?limit=2"],
    [theirs.broker, "/schools?limit=2"],
  ] as const)
    expect(await refusedAt(account, `${path}&cursor=${schools}`)).toEqual(refused);
  const newest = await cursorOf(ours.broker, "/partnership/audit?limit=1&order=newest-first");
  expect(await refusedAt(ours.broker, `/partnership/audit?limit=1&cursor=${newest}`)).toEqual(refused);
});
