import * as z from "zod";
import { roles } from "../../shared/contract/door.ts";
import { PartnershipId, PersonId, SchoolId } from "../../shared/domain/ids.ts";
import { jsonFile } from "./schedules/jsonFile.ts";
import type { Account, Accounts } from "./sign-in/account.ts";

/** Somebody who may sign in on this machine; on AWS the identity provider holds this. */
export const LocalAccount = z.strictObject({
  account: z.string().regex(/^[a-z0-9-]{1,80}$/),
  name: z.string().min(1).max(120),
  description: z.string().max(120).optional(),
  partnership: PartnershipId,
  roles: z.array(z.enum(roles)).min(1),
  school: SchoolId.optional(),
  person: PersonId.optional(),
});
export type LocalAccount = z.infer<typeof LocalAccount>;

export interface LocalAccounts extends Accounts {
  /** Adds accounts, or replaces those with the same id. */
  readonly add: (accounts: readonly LocalAccount[]) => void;
  readonly all: () => readonly LocalAccount[];
}

/** The accounts of this machine, kept in a file. */
export function localAccounts(file: string): LocalAccounts {
  const kept = jsonFile<LocalAccount[]>({ file, schema: z.array(LocalAccount), initial: [] });
  let accounts = new Map(kept.read().map((each) => [each.account, each]));
  return {
    all: () => [...accounts.values()],
    add(more) {
      accounts = new Map([...accounts, ...more.map((each) => [each.account, each] as const)]);
      kept.write([...accounts.values()]);
    },
    findAccount: async (id) => {
      const found = accounts.get(id);
      return found && signInAccount(found);
    },
    listAccounts: async () => [...accounts.values()].map(signInAccount),
  };
}

const signInAccount = ({ account, person, ...rest }: LocalAccount): Account => ({
  ...rest,
  account,
  ...(person === undefined ? {} : { practitioner: person }),
});
