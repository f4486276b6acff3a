import { expect, test } from "vitest";
import { serviceForTests } from "../harness/serviceForTests.ts";

const service = await serviceForTests();
const local = async (path: string, body: unknown) => {
  const { status, body: answer } = await service.ask(undefined, {
    method: "POST",
    path: `/_local/${path}`,
    body,
  });
  return [status, answer];
};

test("a door of this machine says in a sentence for each field what is wrong with what it was sent", async () => {
  expect(await local("clock", { days: -1, hours: "two" })).toEqual([
    422,
    {
      detail:
        "days: Too small: expected number to be >=0; hours: Invalid input: expected number, received string",
    },
  ]);
  expect(await local("clock", { weeks: 1 })).toEqual([422, { detail: 'Unrecognized key: "weeks"' }]);
  expect(await local("schedules", { schedule: "nights" })).toEqual([422, { outcome: "unknown-schedule" }]);
});
