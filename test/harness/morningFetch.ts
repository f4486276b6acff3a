import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll } from "vitest";
import { fetchFunction } from "../../functions/fetch/handler.ts";
import { lambdaContext } from "../../infra/local/lambdaContext.ts";
import { PartnershipId } from "../../shared/domain/ids.ts";
import { syntheticRegister } from "../../shared/registers/syntheticRegister.ts";
import type { RegisterAddresses } from "../../shared/runtime/registerAddresses.ts";
import { partnerships } from "../../shared/store/rows/partnership.ts";
import { outboxList } from "../../shared/store/rows/trail.ts";
import type { Store } from "../../shared/store/store.ts";
import { somePartnership } from "./rows.ts";
import { memoryWorld } from "../store/memoryWorld.ts";

const made = syntheticRegister({ area: "Sheffield", schools: 5, seed: 3 });
if (made.kind !== "made") throw new Error("Sheffield is a known area");
/** The text of a made-up register of five schools. */
export const registerText = made.text;

const folder = mkdtempSync(join(tmpdir(), "area-brokerage-fetch-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** The address of a file of that text, which is removed after the tests. */
export function fileOf(name: string, text: string): string {
  writeFileSync(join(folder, name), text);
  return pathToFileURL(join(folder, name)).href;
}
/** The address of a register of five schools, and one at which there is nothing. */
export const schools = fileOf("schools.csv", registerText);
export const absent = pathToFileURL(join(folder, "absent.csv")).href;

export const partnershipId = PartnershipId.parse("par_00000001");

/** A partnership that fetches registers from addresses: to have the fetch come, and to see what is told. */
export async function morning(registerAddresses: RegisterAddresses["registerAddresses"], given?: Store) {
  const world = memoryWorld();
  const store = given ?? world.storeFor(partnershipId);
  await store.stage(partnerships, [somePartnership(partnershipId, world.now(), { area: "Sheffield" })]);
  const come = (at: string, opened: Store = store) =>
    fetchFunction({
      ...world,
      now: () => at,
      directory: { ...world.directory, all: async () => [partnershipId] },
      storeFor: () => opened,
      registerAddresses,
    })({}, lambdaContext("fetch"));
  const told = async () =>
    (await store.all(outboxList))
      .map(({ type, subject }) => ({ type, subject }))
      .toSorted((a, b) => (a.type < b.type ? -1 : 1));
  return { world, store, come, told };
}
