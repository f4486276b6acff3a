import type { Ground } from "./ground.ts";
export function listContract(_: Ground): void {}
