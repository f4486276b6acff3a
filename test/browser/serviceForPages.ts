import { afterAll, expect } from "vitest";
import { type Service, startService } from "../harness/service.ts";
import { freePort } from "./reader.ts";

/** The service for the tests of one file, at an address that is known before it starts; it goes down after them. */
export async function serviceForPages(): Promise<Service> {
  const service = await startService({ port: await freePort() });
  afterAll(async () => {
    await service.close();
    expect(service.errors).toEqual([]);
  });
  return service;
}
