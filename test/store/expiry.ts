import type { Ground } from "./ground.ts";
export function expiryContract(_: Ground): void {}
