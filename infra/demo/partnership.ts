import { PartnershipId } from "../../shared/domain/ids.ts";
import { derivedId } from "../../shared/runtime/identity.ts";
import { openApi } from "./api.ts";
import { accountsOf, officeAccounts } from "./drive.ts";
import type { Machine } from "./machine.ts";

interface Wanted {
  readonly origin: string;
  readonly machine: Machine;
  readonly area: string;
  readonly seed: number;
}

/** The first partnership of an area and seed that the service does not have yet: the same on every fresh service. */
export async function freePartnership({ origin, machine, area, seed }: Wanted): Promise<PartnershipId> {
  const api = openApi({ origin, tokenFor: machine.tokenFor, keyPrefix: "free" });
  for (let number = 0; ; number += 1) {
    const partnershipId = derivedId(PartnershipId, "demo", area, String(seed), String(number));
    const accounts = accountsOf(partnershipId);
    await machine.enrol(officeAccounts(partnershipId, accounts));
    const found = await api.attempt("getPartnership", { as: accounts.broker }, ["not-found"]);
    if (found.kind === "refused") return partnershipId;
  }
}
