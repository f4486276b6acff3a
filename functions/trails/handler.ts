import middy from "@middy/core";
import { type Chain, type ChainKind, firstBrokenLink } from "../../shared/domain/audit.ts";
import type { PartnershipId } from "../../shared/domain/ids.ts";
import { eachByItself } from "../../shared/runtime/eachByItself.ts";
import { sha256 } from "../../shared/runtime/identity.ts";
import { inEveryPartnership } from "../../shared/runtime/inEveryPartnership.ts";
import type { World } from "../../shared/runtime/world.ts";
import { asFound } from "../../shared/store/readRow.ts";
import { erasedPeopleList, peopleList } from "../../shared/store/rows/people.ts";
import { requestList } from "../../shared/store/rows/requests.ts";
import { runList } from "../../shared/store/rows/runs.ts";
import { auditOf } from "../../shared/store/rows/trail.ts";
import type { Store } from "../../shared/store/store.ts";

/** Every chain that there may be of a kind, also of rows that cannot be read: a kind that is not named does not compile. */
const chainsOf = {
  partnership: async () => ["partnership"],
  request: async (store) =>
    (await store.all(asFound(requestList))).map(({ requestId }) => `request:${String(requestId)}` as const),
  run: async (store) =>
    (await store.all(asFound(runList))).map(({ runId }) => `run:${String(runId)}` as const),
  person: async (store) =>
    [...(await store.all(asFound(peopleList))), ...(await store.all(asFound(erasedPeopleList)))].map(
      ({ personId }) => `person:${String(personId)}` as const,
    ),
} satisfies Record<ChainKind, (store: Store) => Promise<Chain[]>>;

const readAtOnce = 20;

/** The door of the clock that reads every trail to its end and tells of each in which a link is broken. */
export const trailsFunction = (world: World) =>
  middy<unknown, void>().handler(async () => {
    await inEveryPartnership(world, "trails", (partnershipId) => verify(world, partnershipId));
  });

async function verify(world: World, partnershipId: PartnershipId): Promise<void> {
  const store = world.storeFor(partnershipId);
  const chains = (await Promise.all(Object.values(chainsOf).map((of) => of(store)))).flat();
  let count = 0;
  const verifyOne = async (chain: Chain): Promise<void> => {
    const entries = await store.all(auditOf(chain));
    count += entries.length;
    const sequence = firstBrokenLink(entries, sha256);
    if (sequence !== undefined) world.log({ code: "trail-broken", partnershipId, chain, sequence });
  };
  await eachByItself(chains, verifyOne, { atOnce: readAtOnce });
  world.log({ code: "trails-verified", partnershipId, chains: chains.length, count });
}
