import { createServer, type RequestListener } from "node:http";
import { afterAll } from "vitest";
import { type Client, openClient } from "./client.ts";

/** A client of a service that answers as it is told, for as long as the tests of a file run. */
export async function answeredBy(listener: RequestListener): Promise<Client> {
  const server = createServer(listener);
  const origin = await new Promise<string>((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      resolve(`http://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}`);
    });
  });
  afterAll(() => server.close());
  return openClient({ origin, token: "t", key: "k", signal: AbortSignal.timeout(60_000) });
}
