import { expect, test } from "vitest";
import { seedDemoPartnership } from "../../infra/demo/seed.ts";
import { serviceForTests } from "../harness/serviceForTests.ts";

const service = await serviceForTests();

test.each([1, 2, 3])(
  "a first start loads the demo partnership with offers that wait for each party, whatever is drawn (%i)",
  async (seed) => {
    const told: string[] = [];
    const signIns = await seedDemoPartnership({
      origin: service.origin,
      seed,
      progress: (line) => told.push(line),
    });
    expect(told.at(-1)).toBe("offers that wait for an answer");
    const toTry = signIns.map((each) => each.tryThis).join();
    for (const wait of ["an offer to answer", "a release to decide", "an agreement to give"])
      expect(toTry).toContain(wait);
    expect(signIns.find(({ account }) => account === "broker")?.tryThis).toMatch(/held by triage.* proposes/);
    const broker = service.host.accounts.all().find(({ account }) => account === "broker");
    const here = service.host.accounts.all().filter((each) => each.partnership === broker?.partnership);
    expect(here.filter(({ roles }) => roles.includes("practitioner"))).toHaveLength(60);
    expect(here.filter(({ roles }) => roles.includes("school")).length).toBeGreaterThan(15);
  },
);
