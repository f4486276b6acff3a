import * as z from "zod";
import { type RegisterKind, registerKinds } from "../domain/schools/registerImport.ts";
import type { Environment } from "./aws.ts";

/**
 * Where registers are fetched from, by kind of file: over HTTP, or a path as a `file:` address. `{date}` in an address
 * stands for the day before, as YYYYMMDD.
 */
export interface RegisterAddresses {
  readonly registerAddresses: Readonly<Partial<Record<RegisterKind, string>>>;
}

/** The environment name that holds an address, such as REGISTER_ADDRESS_ESTABLISHMENTS. */
export const registerAddressName = (kind: RegisterKind): string => `REGISTER_ADDRESS_${kind.toUpperCase()}`;

const Address = z.url({ protocol: /^(?:https?|file)$/ });

/** Reads the addresses from the environment. An empty or missing one means that its file is not fetched. */
export function registerAddresses(environment: Environment): RegisterAddresses {
  const given = registerKinds.flatMap((kind) => {
    const name = registerAddressName(kind);
    const address = environment[name] ?? "";
    if (address === "") return [];
    if (!Address.safeParse(address.replaceAll("{date}", "20260101")).success)
      throw new Error(`${name} is no address`);
    return [[kind, address] as const];
  });
  return { registerAddresses: Object.fromEntries(given) };
}
