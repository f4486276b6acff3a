import type { Store } from "./store.ts";

/** Reading by key, and whole lists: all that is needed to show what there is. */
export type Reads = Pick<Store, "get" | "getEach" | "all">;
