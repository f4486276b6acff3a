/**
 * Somebody who can sign in on the local host. `account` is the stable id and the token's subject;
 * `school` is the school they head, `practitioner` the person they are in the partnership's records.
 */
export type Account = {
  readonly account: string;
  readonly name: string;
  readonly partnership: string;
  readonly roles: readonly string[];
  readonly school?: string | undefined;
  readonly practitioner?: string | undefined;
  /** One short line shown beside the name on the sign-in page, such as "Head of Example School 3". */
  readonly description?: string | undefined;
};

/** Where accounts come from: one by its id, and all that the sign-in page offers, in the order to show. */
export type Accounts = {
  readonly findAccount: (account: string) => Promise<Account | undefined>;
  readonly listAccounts: () => Promise<readonly Account[]>;
};

/** The claims an access token carries about an account; roles as one string, separated by spaces. */
export const accountClaims = (account: Account): Record<string, string> => ({
  partnership: account.partnership,
  roles: account.roles.join(" "),
  name: account.name,
  ...(account.school === undefined ? {} : { school: account.school }),
  ...(account.practitioner === undefined ? {} : { person: account.practitioner }),
});
