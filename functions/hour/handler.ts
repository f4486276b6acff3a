import middy from "@middy/core";
import type { Sender, World } from "../../shared/runtime/world.ts";

/** The door of the clock that has every partnership's deadlines looked at, each as a job of its own. */
export const hourFunction = (world: World & Sender) =>
  middy<unknown, void>().handler(async () => {
    const jobId = world.now();
    const partnerships = await world.directory.all();
    const refused = await world.send(
      "deadlines",
      partnerships.map((partnershipId) => ({ partnershipId, jobId })),
    );
    if (refused.length > 0) throw new Error(`${refused.length} deadline jobs were not taken by the queue`);
  });
