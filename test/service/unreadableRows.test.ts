import { expect, test } from "vitest";
import { Me } from "../../shared/contract/routes/me.ts";
import { calendarYears } from "../../shared/store/rows/calendars.ts";
import { people } from "../../shared/store/rows/people.ts";
import { offers, requests } from "../../shared/store/rows/requests.ts";
import { loose } from "../harness/loose.ts";
import { serviceForTests } from "../harness/serviceForTests.ts";
import { offered } from "./offering.ts";
import { setScene } from "./scene.ts";

const service = await serviceForTests({ expected: ["row-unreadable"] });
const me = async (account: string) => Me.parse((await service.get(account, "/me")).body);
/** What another release may have written, which no log may tell. */
const strange = { of: "canary" };

test("rows that cannot be read hide nothing else that waits, and whoever reads it is told of which kind they are", async () => {
  const scene = await setScene(service);
  const { store } = scene;
  const { person, request, offer } = await offered(scene);
  await service.settle();
  const draft = await scene.addRequest(0, { state: "draft" });
  const waits = { waiting: expect.arrayContaining([expect.objectContaining({ what: "answer-offer" })]) };
  expect(await me(person.account)).toMatchObject({ ...waits, incomplete: [] });
  const row = await store.get(offers, offer);
  if (!row) throw new Error("The offer is there");
  const listed = { ...loose(offers), listings: () => offers.listings(row) };
  await store.stage(listed, [{ ...row, terms: strange }]);
  expect(await me(person.account)).toMatchObject({
    waiting: [{ what: "confirm-claims" }],
    incomplete: ["offer"],
  });
  await store.stage(offers, [row]);

  const holder = scene.schoolAt(1);
  await store.stage(loose(calendarYears), [{ holder, academicYear: "2026-27", spans: strange }]);
  await store.stage(loose(people), [{ personId: person.personId, name: strange }]);
  expect(await me(person.account)).toMatchObject({
    practitioner: { name: null },
    waiting: [{ what: "answer-offer", schoolName: expect.any(String) }],
    incomplete: ["calendar", "person"],
  });
  const asked = await scene.request(request);
  if (!asked) throw new Error("The request is there");
  const known = { ...loose(requests), listings: () => requests.listings(asked) };
  await store.stage(known, [{ ...asked, codes: strange }]);
  expect(await me(request.head)).toMatchObject({
    waiting: [{ what: "send-request", path: `/requests/${draft.requestId}` }],
    incomplete: ["request"],
  });

  const told = service.logged.filter(({ code }) => code === "row-unreadable");
  expect(JSON.stringify(told)).not.toContain("canary");
  for (const key of [offer.offerId, `${holder}#2026-27`, person.personId, request.requestId])
    expect(told).toContainEqual(expect.objectContaining({ where: expect.stringContaining(key) }));
});
