import { exchanged } from "./exchange.ts";
import { isFairer, type Part } from "./fairer.ts";

/** An answer made fairer by exchanges, or the same where that makes it none. */
export function fairerBy({ first, levelOf }: Pick<Part, "first" | "levelOf">, taken: Uint8Array): Uint8Array {
  const moved = exchanged(first, levelOf, taken);
  return isFairer({ first, levelOf }, moved, taken) ? moved : taken;
}
