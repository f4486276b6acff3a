import { afterAll, expect } from "vitest";
import { undocumented } from "./documented.ts";
import { type HowToStart, type Service, startService } from "./service.ts";

/**
 * The service for the tests of one file: it goes down after them, and nothing may have gone wrong on its side nor
 * have been answered that the OpenAPI document does not say.
 */
export async function serviceForTests(how: Pick<HowToStart, "expected"> = {}): Promise<Service> {
  const faults = new Set<string>();
  const service = await startService({
    ...how,
    onAnswer(asked, answer) {
      const fault = undocumented(asked, answer);
      if (fault !== null) faults.add(`${asked.method} ${asked.path}: ${answer.status}: ${fault}`);
    },
  });
  afterAll(async () => {
    await service.close();
    expect(service.errors).toEqual([]);
    expect([...faults]).toEqual([]);
  });
  return service;
}
