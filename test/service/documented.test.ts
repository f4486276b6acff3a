import { expect, test } from "vitest";
import * as z from "zod";
import { setUpArea } from "../harness/area.ts";
import { undocumented } from "../harness/documented.ts";
import { serviceForTests } from "../harness/serviceForTests.ts";

/** Every answer that any service test gets is compared with the OpenAPI document; here, that this can fail. */
const service = await serviceForTests();
const area = await setUpArea(service, 6);
const asked = { method: "GET", path: "/schools?limit=2" } as const;
const answer = await service.ask(area.broker, asked);
const page = z.looseObject({ items: z.array(z.looseObject({})) }).parse(answer.body);
const refused = await service.ask(area.broker, { method: "GET", path: "/schools?limit=0" });

test("what the service answers is documented", () => {
  expect(answer.status).toBe(200);
  expect(page.items).toHaveLength(2);
  expect(undocumented(asked, answer)).toBeNull();
  expect(refused.status).toBe(422);
  expect(undocumented(asked, refused)).toBeNull();
});

test.each([
  ["a field that is not documented", { ...page, unheardOf: true }],
  ["one in an item of a list", { ...page, items: page.items.map((item) => ({ ...item, unheardOf: true })) }],
  ["a field that is missing", { items: page.items }],
  ["a field of another type", { ...page, items: page.items.map((item) => ({ ...item, name: 7 })) }],
])("is found out: %s", (_, body) => {
  expect(undocumented(asked, { ...answer, body })).not.toBeNull();
});

test("is found out: a status, a problem and a kind of content that are not documented", () => {
  expect(undocumented(asked, { ...answer, status: 202 })).toMatch(/202/);
  expect(undocumented(asked, { ...refused, status: 409 })).toMatch(/none of the problems/);
  expect(undocumented(asked, { ...refused, body: { message: "No" } })).not.toBeNull();
  expect(undocumented({ method: "GET", path: "/exports/outcomes" }, answer)).toMatch(/text\/csv/);
});
