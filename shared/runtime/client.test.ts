import { createServer } from "node:http";
import { afterAll, expect, test } from "vitest";
import { openClient } from "./client.ts";

const asked: string[] = [];
const server = createServer(({ url = "" }, response) => {
  asked.push(url);
  response.writeHead(404, { "content-type": "application/json" });
  response.end('{"message":"Not Found"}');
});
const origin = await new Promise<string>((resolve) => {
  server.listen(0, "127.0.0.1", () => {
    const address = server.address();
    resolve(`http://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}`);
  });
});
afterAll(() => server.close());
const client = openClient({ origin, token: "t", key: "k", signal: AbortSignal.timeout(60_000) });

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
