import type { OfferId, PartnershipId, PersonId, RequestId, SchoolId } from "../../shared/domain/ids.ts";
import type { LocalAccount } from "../local/accounts.ts";
import type { Api } from "./api.ts";
import type { Machine } from "./machine.ts";
import { chanceOf } from "./population/chance.ts";
import type { Population } from "./population/population.ts";
import type { SeededRandom } from "../../shared/registers/seeded.ts";

/** The accounts by which the demo signs in as everybody. */
export interface Accounts {
  readonly broker: string;
  readonly director: string;
  readonly head: (schoolId: SchoolId) => string;
  readonly practitioner: (personId: PersonId) => string;
}

const tailOf = (id: string): string => id.slice(id.indexOf("_") + 1);

/** Account names that follow from ids, so that they need not be remembered. */
export const accountsOf = (partnershipId: PartnershipId): Accounts => ({
  broker: `broker-${tailOf(partnershipId)}`,
  director: `director-${tailOf(partnershipId)}`,
  head: (schoolId) => `head-${tailOf(schoolId)}`,
  practitioner: (personId) => `practitioner-${tailOf(personId)}`,
});

/** The broker's and the director's accounts, as they are enrolled. */
export const officeAccounts = (
  partnership: PartnershipId,
  accounts: Pick<Accounts, "broker" | "director">,
): LocalAccount[] => [
  { account: accounts.broker, name: "Broker", partnership, roles: ["broker"] },
  { account: accounts.director, name: "Director", partnership, roles: ["director"] },
];

/** A stage as it goes on: says how far it has come. */
export type Say = (text: string) => void;

/** What every stage of the demo works with. */
export interface Drive {
  readonly api: Api;
  readonly machine: Machine;
  readonly accounts: Accounts;
  readonly partnershipId: PartnershipId;
  readonly seed: number;
  readonly population: Population;
  readonly personIds: Map<string, PersonId>;
  readonly requestIds: Map<string, RequestId>;
  /** Offers that somebody is asked about and will never answer. */
  readonly silent: Set<OfferId>;
}

/** What is decided about a thing by chance: the same under one seed, whatever ids the service gave. */
export type Chances = (drive: Drive, about: About, purpose: string) => SeededRandom;

export interface About {
  readonly requestId: RequestId;
  readonly personId?: PersonId;
}

const keyOf = <Id>(ids: ReadonlyMap<string, Id>, id: Id | undefined): string => {
  for (const [key, each] of ids) if (each === id) return key;
  return "";
};

export const chancesOf: Chances = (drive, { requestId, personId }, purpose) =>
  chanceOf(drive.seed, purpose, keyOf(drive.requestIds, requestId), keyOf(drive.personIds, personId));
