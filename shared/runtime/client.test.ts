import { expect, test } from "vitest";
import { answeredBy } from "./answeredBy.testdata.ts";

const asked: string[] = [];
const client = await answeredBy(({ url = "" }, response) => {
  asked.push(url);
  response.writeHead(404, { "content-type": "application/json" });
  response.end('{"message":"Not Found"}');
});

test("an address that no door has is not there, and leads to no other door", async () => {
  for (const personId of ["", ".", "..", "%2e%2e", "per_00000000/held", "per_00000000?x=1", "nobody"])
    expect(await client.ask("getPerson", { params: { personId } })).toMatchObject({
      kind: "refused",
      code: "not-found",
      problem: { status: 404, detail: "No such address." },
    });
  const params = { runId: "run_00000000", requestId: "req_00000000", relaxation: ".." };
  expect(await client.ask("relaxationInFull", { params })).toMatchObject({ code: "not-found" });
  expect(asked).toEqual([]);
  const personId = "per_00000000";
  await expect(client.ask("getPerson", { params: { personId } })).rejects.toThrow("Not Found");
  expect(asked).toEqual([`/people/${personId}`]);
});
