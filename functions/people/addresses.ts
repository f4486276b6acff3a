import type * as z from "zod";
import type { Refusal } from "../../shared/contract/problems.ts";
import type { Person } from "../../shared/domain/people/person.ts";
import { sha256 } from "../../shared/runtime/identity.ts";
import { refuse } from "../../shared/runtime/refusal.ts";
import { remove } from "../../shared/store/remove.ts";
import { personAddresses } from "../../shared/store/rows/people.ts";
import { create, type Write } from "../../shared/store/store.ts";

type KeptAddress = z.output<typeof personAddresses.schema>;

/** Who has an address, if anybody. */
export type FindAddress = (addressDigest: string) => Promise<KeptAddress | undefined>;

interface Change {
  readonly before: Pick<Person, "email"> | undefined;
  readonly after: Pick<Person, "email" | "personId">;
  readonly find: FindAddress;
}

/** What an address is known by, however it is written. */
export const digestOf = (email: string): string => sha256(email.toLowerCase());

/**
 * The writes that give a practitioner their address, so that no other can have it at the same time, and free the one
 * that they had; or the refusal where another practitioner has it.
 */
export async function addressWrites({ before, after, find }: Change): Promise<readonly Write[] | Refusal> {
  const { personId } = after;
  const addressDigest = digestOf(after.email);
  const held = await find(addressDigest);
  if (held && held.personId !== personId)
    return refuse("already-exists", "Another practitioner has this address; change their record instead.", [
      { pointer: "/email", detail: "Another practitioner has this address" },
    ]);
  const taking = held ? [] : [create(personAddresses, { addressDigest, personId, revision: 0 })];
  const formerDigest = before && digestOf(before.email);
  if (formerDigest === undefined || formerDigest === addressDigest) return taking;
  const former = await find(formerDigest);
  return former?.personId === personId ? [...taking, remove(personAddresses, former)] : taking;
}
