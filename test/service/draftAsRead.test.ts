import { describe, expect, test } from "vitest";
import { RequestView } from "../../shared/contract/routes/views.ts";
import { draftOf } from "../../shared/domain/requests/draftOf.ts";
import { expectBody, requestDraft } from "../harness/area.ts";
import { groundWithArea } from "./groundWithArea.ts";
import { problemIn } from "./withSchools.ts";

const { service, area, school } = await groundWithArea();
const stale = { status: 409, code: "wrong-state" };

describe("a draft of a request", () => {
  const head = area.head(school(0).schoolId);
  const written = (change: object = {}) => requestDraft(service, school(0).schoolId, change);
  const drafted = async (account: string, change: object = {}) =>
    expectBody(await service.post(account, "/requests", written(change)), 201, RequestView);
  const edit = (account: string, requestId: string, body: object) =>
    service.put(account, `/requests/${requestId}`, body);
  const readBack = async (requestId: string) =>
    expectBody(await service.get(head, `/requests/${requestId}`), 200, RequestView);

  test("is written over none that its writer did not read, and not at all where it says the same", async () => {
    const request = await drafted(head);
    const { requestId } = request;
    const before = draftOf(request);
    const theirs = { ...written({ people: 2 }), before };
    expectBody(await edit(area.broker, requestId, theirs), 200, RequestView);
    const held = await readBack(requestId);
    expect(problemIn(await edit(head, requestId, { ...written({ people: 3 }), before }))).toMatchObject(
      stale,
    );
    expect(expectBody(await edit(head, requestId, theirs), 200, RequestView)).toEqual(held);
    expect(await readBack(requestId)).toEqual(held);
    const mine = { ...written({ people: 3 }), before: draftOf(held) };
    expect(expectBody(await edit(head, requestId, mine), 200, RequestView).people).toBe(3);
  });

  test("that a broker made a statutory case stays one when its school changes it, and no school makes one", async () => {
    const statutory = { routePolicy: "statutory" };
    const { requestId } = await drafted(area.broker, statutory);
    const edited = await edit(head, requestId, written({ ...statutory, people: 2 }));
    expect(expectBody(edited, 200, RequestView)).toMatchObject({ ...statutory, people: 2 });
    expectBody(await edit(head, requestId, written({ people: 2 })), 200, RequestView);
    expect(problemIn(await edit(head, requestId, written({ ...statutory, people: 2 })))).toMatchObject({
      status: 403,
    });
  });
});
