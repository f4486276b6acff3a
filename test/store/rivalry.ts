import type { Ground } from "./ground.ts";
export function rivalryContract(_: Ground): void {}
