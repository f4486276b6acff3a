import { expect, test } from "vitest";
import { answeredBy } from "../shared/runtime/answeredBy.testdata.ts";
import { idsIn, namesFor } from "./namesFor.ts";

const asked: string[][] = [];
const client = await answeredBy(({ url = "" }, response) => {
  const ids = new URL(url, "http://localhost").searchParams.get("ids")?.split(",") ?? [];
  asked.push(ids);
  const people = ids.filter((id) => id.startsWith("per_")).map((personId) => ({ personId, name: personId }));
  response.setHeader("content-type", "application/json");
  response.end(JSON.stringify({ schools: [], people, requests: [] }));
});

test("every id of what is told is found, in fields and in sentences, and no more than a hundred are asked at once", async () => {
  const people = Array.from({ length: 230 }, (_, at) => `per_${10_000_000 + at}`);
  const told = [
    people.map((personId) => ({ personId })),
    { sentence: `A practitioner (${people[0]}) of sch_00000001: req_00000002.`, taskId: "tsk_00000003" },
  ];
  expect(new Set(idsIn(told))).toEqual(new Set([...people, "sch_00000001", "req_00000002"]));
  const names = await namesFor({ client }, idsIn(told));
  expect(names.people.map(({ name }) => name)).toEqual(people);
  expect(asked.map(({ length }) => length).toSorted((a, b) => b - a)).toEqual([100, 100, 32]);
});

test("of nothing nobody is asked", async () => {
  asked.length = 0;
  expect(await namesFor({ client }, [])).toEqual({ schools: [], people: [], requests: [] });
  expect(asked).toEqual([]);
});
