import { expect, test } from "vitest";
import { people } from "../../shared/store/rows/people.ts";
import { loose } from "../harness/loose.ts";
import { numbered } from "../harness/rows.ts";
import { serviceForTests } from "../harness/serviceForTests.ts";
import { offered } from "./offering.ts";
import { setScene } from "./scene.ts";

const service = await serviceForTests();
const named = async (account: string, ids: readonly string[]) =>
  (await service.get(account, `/names?ids=${ids.join(",")}`)).body;

test("each is named for whoever may read it, and left out for everybody else", async () => {
  const scene = await setScene(service);
  const { person, request } = await offered(scene);
  const other = await scene.addPerson(3);
  const [home, supported] = [scene.schoolAt(1), scene.schoolAt(0)];
  const ids = [home, person.personId, request.requestId, other.personId, "per_00000000", "sch_00000000"];
  const row = await scene.request(request);
  const of = (personId: string) => ({ personId, name: expect.stringMatching(/\w/) });
  const ofSchool = (schoolId: string) => ({ schoolId, name: expect.stringMatching(/^School/) });
  const whole = {
    requestId: request.requestId,
    schoolId: supported,
    window: row?.window,
    need: row?.codes.primary,
  };
  const both = [ofSchool(home), ofSchool(supported)];
  for (const account of [scene.broker, scene.director])
    expect(await named(account, [...ids, ...ids])).toEqual({
      schools: both,
      people: [of(person.personId), of(other.personId)],
      requests: [whole],
    });
  for (const account of [person.account, person.homeHead])
    expect(await named(account, ids)).toEqual({
      schools: both,
      people: [of(person.personId)],
      requests: [whole],
    });
  expect(await named(request.head, ids)).toEqual({ schools: both, people: [], requests: [whole] });
  expect(await named(other.account, ids)).toEqual({
    schools: [ofSchool(home)],
    people: [of(other.personId)],
    requests: [],
  });
});

test("a row that nobody asked for is not read, and more than a hundred are not named at once", async () => {
  const scene = await setScene(service);
  const { personId } = await scene.addPerson(2);
  await scene.store.stage(loose(people), [{ personId: numbered.person(1), name: { of: "another release" } }]);
  expect(await named(scene.broker, [personId])).toMatchObject({ people: [{ personId }] });
  const many = Array.from({ length: 101 }, (_, at) => `per_${String(10_000_000 + at)}`);
  expect(await named(scene.broker, many.slice(1))).toEqual({ schools: [], people: [], requests: [] });
  for (const ids of [many.join(","), "tsk_00000000", ""])
    expect((await service.get(scene.broker, `/names?ids=${ids}`)).status).toBe(422);
});
