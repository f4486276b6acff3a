import { type Leaves, leavesByMark, markOf, noLeaves } from "../domain/people/expertise.ts";
import { leafList } from "./rows/expertise.ts";
import type { Store } from "./store.ts";

/** Every leaf of the partnership. */
export const allLeaves = async (store: Store): Promise<Leaves> => leavesByMark(await store.all(leafList));

/** The leaves of the partnership, read only where one of these codes is a leaf. */
export const leavesAmong = async (store: Store, codes: readonly string[]): Promise<Leaves> =>
  codes.some((code) => markOf(code) !== undefined) ? allLeaves(store) : noLeaves;
