import { expect, test } from "vitest";
import { Impact } from "../../shared/contract/routes/outcomes.ts";
import { people } from "../../shared/store/rows/people.ts";
import { readCsv } from "../../shared/registers/csv.ts";
import { titleOf } from "../../shared/registers/taxonomy.ts";
import { newPartnership } from "../harness/service.ts";
import { serviceForTests } from "../harness/serviceForTests.ts";
import { curtailedWork, outcomeNote } from "./workSteps.ts";

const service = await serviceForTests();
const { get, put } = service;

/** The rows of an export by the titles of their columns. */
async function rowsOf(account: string, path: string): Promise<Record<string, string>[]> {
  const answer = await get(account, path);
  expect(answer.headers.get("content-type")).toContain("text/csv");
  const reading = readCsv(String(answer.body));
  if (reading.kind === "refused") throw new Error(reading.problems[0]?.message);
  const { header, rows } = reading;
  return rows.map(({ cells }) => Object.fromEntries(header.map((title, at) => [title, cells[at] ?? ""])));
}

test("work is exported with schools by name, days and what is owed, for one year or all", async () => {
  const work = await curtailedWork(service);
  const { broker, director, receiving } = work.accounts;
  const all = await rowsOf(director, "/exports/deployments");
  expect(all).toMatchObject([
    {
      Request: work.requestId,
      "Academic year": work.academicYear,
      "Route policy": "Traded support for improvement",
      State: "Broken off: some of it was done",
      "Days planned": "4",
      "Days charged": "1.5",
      Payer: "the school that asked",
      "Charged £": "525.00",
      "Home school share £": "450.00",
      "Brokerage £": "75.00",
    },
  ]);
  expect(all[0]?.["Supported school"]).toMatch(/\w/);
  expect(all[0]?.["Need"]).toBe(titleOf(String(all[0]?.["Primary code"])));
  expect(await rowsOf(broker, `/exports/deployments?academicYear=${work.academicYear}`)).toEqual(all);
  expect(await rowsOf(broker, "/exports/deployments?academicYear=2019-20")).toEqual([]);
  expect(await rowsOf(newPartnership(service).broker, "/exports/deployments")).toEqual([]);
  expect((await get(receiving, "/exports/deployments")).status).toBe(403);
  expect((await get(broker, "/exports/deployments?academicYear=2019")).status).toBe(422);
});

test("outcomes are exported beside what they were to change, and no text of theirs runs in a spreadsheet", async () => {
  const work = await curtailedWork(service);
  const { broker, practitioner, receiving } = work.accounts;
  const person = await work.store.get(people, work);
  if (!person) throw new Error("Work was agreed");
  await work.store.stage(people, [{ ...person, name: "=HYPERLINK(1)" }]);
  expect(await rowsOf(broker, "/exports/outcomes")).toEqual([]);
  const body = { ...outcomeNote, result: "+1, or 5 of 6", evidence: "“Zoë said so”" };
  await put(receiving, `${work.at()}/outcomes/${work.objectiveIds[1]}`, body);
  expect(await rowsOf(broker, `/exports/outcomes?academicYear=${work.academicYear}`)).toMatchObject([
    {
      Objective: "Phonics is taught as planned in every class",
      Baseline: "2 of 6",
      Result: "'+1, or 5 of 6",
      Evidence: "“Zoë said so”",
      Level: "4: what is used in practice",
      Direction: "better",
      "Evidence strength": "2: two sources",
      "One term later": "",
    },
  ]);
  expect((await rowsOf(broker, "/exports/deployments"))[0]?.["Practitioner"]).toBe("'=HYPERLINK(1)");
  expect((await get(practitioner, "/exports/outcomes")).status).toBe(403);
});

test("schools are exported with what they asked for, had and gave", async () => {
  const work = await curtailedWork(service);
  const { director, receiving } = work.accounts;
  const all = await rowsOf(director, `/exports/schools?academicYear=${work.academicYear}`);
  const part = ({ Requests, ...row }: Record<string, string>): string =>
    `${Requests} asked, ${row["Days received"]} received, ${row["Days given"]} given`;
  expect(all.map(part).toSorted((a, b) => (a < b ? -1 : 1))).toEqual([
    "0 asked, 0 received, 0 given",
    "0 asked, 0 received, 1.5 given",
    "1 asked, 1.5 received, 0 given",
  ]);
  const before = await rowsOf(director, "/exports/schools?academicYear=2019-20");
  expect(new Set(before.map(part))).toEqual(new Set(["0 asked, 0 received, 0 given"]));
  expect((await get(receiving, "/exports/schools")).status).toBe(403);
});

test("impact may be told of one academic year", async () => {
  const work = await curtailedWork(service);
  const impact = async (query: string) =>
    Impact.parse((await get(work.accounts.director, `/impact${query}`)).body);
  const thisYear = await impact(`?academicYear=${work.academicYear}`);
  expect(thisYear).toMatchObject({ chargedPence: 52_500, days: { delivered: 1.5 } });
  const before = await impact("?academicYear=2019-20");
  expect(before).toMatchObject({
    chargedPence: 0,
    schoolsReceiving: 0,
    memberSchools: thisYear.memberSchools,
  });
});
