import { expect, test } from "vitest";
import { pageThrough } from "../../shared/store/pageThrough.ts";
import { allAlsoListed } from "../../shared/store/rows/alsoListed.ts";
import { ended } from "../../test/harness/someoneKnown.ts";
import { someoneToErase } from "../../test/harness/someoneToErase.ts";
import { givenBy } from "./given.ts";

test("a school's work is shown of all that there is until every piece was surely put in its list", async () => {
  const { store } = await someoneToErase();
  const { homeSchoolId, deploymentId } = ended;
  const shown = async () => {
    const part = await givenBy(store, homeSchoolId, (each) => each.homeSchoolId === homeSchoolId);
    const { items } = await pageThrough(store, [part], { limit: 50 });
    return items.map((each) => each.deploymentId);
  };
  const listedAt = "2026-12-01T09:00:00.000Z";
  expect(await shown()).toEqual([deploymentId]);
  await store.stage(allAlsoListed, [{ of: "work", listedAt }]);
  expect(await shown()).toEqual([deploymentId]);
  await store.stage(allAlsoListed, [{ of: "work", listedAt, againAt: "2026-12-03T09:00:00.000Z" }]);
  expect(await shown()).toEqual([]);
});
