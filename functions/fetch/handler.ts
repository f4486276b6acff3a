import middy from "@middy/core";
import type { RegisterKind } from "../../shared/domain/schools/registerImport.ts";
import { nationalRegister } from "../../shared/registers/nationalRegister.ts";
import { readingOnce } from "../../shared/registers/readingOnce.ts";
import { describeError } from "../../shared/runtime/log.ts";
import type { RegisterAddresses } from "../../shared/runtime/registerAddresses.ts";
import type { World } from "../../shared/runtime/world.ts";
import { addressOn, download, type Downloaded } from "./download.ts";
import { endRound, roundsOf, withPreview, withWants } from "./round.ts";

// Successions first: a school that another continues is then followed by the file of schools that has both.
const order: readonly RegisterKind[] = [
  "successions",
  "establishments",
  "memberships",
  "groups",
  "inspections",
];

interface Fetched {
  readonly kind: RegisterKind;
  readonly file: Downloaded;
}

/** What a morning brought: the files that could be had, and the kinds of those that could not. */
interface Morning {
  readonly fetched: Fetched[];
  readonly missing: RegisterKind[];
}

/**
 * The door of the clock that fetches registers where addresses are set, and previews them for every partnership: each
 * file is read once for all. It puts nothing in force, and clears away what nobody did for two weeks: brokers are told
 * that a preview waits, or that a file could not be had. Such a file keeps no other from being looked at, and is raised
 * at the end.
 */
export const fetchFunction = (world: World & RegisterAddresses) =>
  middy<unknown, void>().handler(async () => {
    const morning: Morning = { fetched: [], missing: [] };
    let failed = 0;
    // What fails for one partnership keeps none of the others from its turn.
    const ofEach = async <One, Made>(
      all: readonly One[],
      work: (one: One) => Promise<readonly Made[]>,
    ): Promise<readonly Made[]> => {
      const made: Made[] = [];
      for (const one of all)
        try {
          made.push(...(await work(one)));
        } catch (error) {
          failed += 1;
          world.log({ code: "unexpected-error", door: "fetch", ...describeError(error) });
        }
      return made;
    };
    try {
      await fetchInto(morning, world);
      let rounds = await ofEach(await world.directory.all(), (id) => roundsOf(world, id));
      for (const fetched of morning.fetched) {
        if (fetched.kind === "establishments") rounds = await ofEach(rounds, withWants);
        const wanting = rounds;
        const source = readingOnce(nationalRegister, (school) => wanting.some(({ wants }) => wants(school)));
        rounds = await ofEach(rounds, (round) => withPreview(world, round, { ...fetched, source }));
      }
      const refused = await ofEach(rounds, (round) => endRound(world, round, morning.missing));
      failed += morning.missing.length + refused.length;
    } finally {
      for (const { file } of morning.fetched) await file.discard();
    }
    // Raised, so that the schedule comes again; what brokers were told they are not told twice.
    if (failed > 0) throw new Error("Not every register could be fetched and previewed");
  });

async function fetchInto(morning: Morning, world: World & RegisterAddresses): Promise<void> {
  for (const kind of order) {
    const address = world.registerAddresses[kind];
    if (address === undefined) continue;
    const file = await download(addressOn(address, world.now()));
    if ("why" in file) {
      world.log({ code: "register-not-fetched", kind, ...file });
      morning.missing.push(kind);
    } else morning.fetched.push({ kind, file });
  }
}
