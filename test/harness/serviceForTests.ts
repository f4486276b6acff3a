import { afterAll, expect } from "vitest";
import { type Service, startService } from "./service.ts";

/** The service for the tests of one file: it goes down after them, and nothing may have gone wrong on its side. */
export async function serviceForTests(): Promise<Service> {
  const service = await startService();
  afterAll(async () => {
    await service.close();
    expect(service.errors).toEqual([]);
  });
  return service;
}
