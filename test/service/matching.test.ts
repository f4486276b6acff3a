import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startService, type Service } from "../harness/service.ts";
import { setScene, type Scene } from "./scene.ts";
import { read } from "./read.ts";

describe("match runs", () => {
  let service: Service;
  beforeAll(async () => {
    service = await startService();
  });
  afterAll(() => service.close());

  it("scratch", async () => {
    const scene = await setScene(service);
    const personId = await scene.addPerson(1);
    const requestId = await scene.addRequest(0);
    const started = await scene.post(scene.broker, "/match-runs");
    console.log(started);
    await service.settle();
    const runs = await scene.get(scene.broker, "/match-runs");
    console.log(JSON.stringify(runs.body, null, 1), service.errors);
    const { items: [run] } = read.runs(runs);
    const proposals = await scene.get(scene.broker, `/match-runs/${run?.runId}/proposals`);
    console.log(JSON.stringify(proposals.body));
    const confirmed = await scene.post(scene.broker, `/match-runs/${run?.runId}/proposals/${requestId}/${personId}/confirmation`, {});
    console.log(JSON.stringify(confirmed.body));
    expect(confirmed.status).toBe(201);
  });
});
