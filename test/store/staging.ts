import type { Ground } from "./ground.ts";
export function stagingContract(_: Ground): void {}
