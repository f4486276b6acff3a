import type { Ground } from "./ground.ts";
export function wallContract(_: Ground): void {}
