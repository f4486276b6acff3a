import { escapeHtml } from "../../../web/html.ts";
import { pageOf } from "../page.ts";
import type { Account } from "./account.ts";

const style = `
  h2 { font-size: 1.35rem; margin: 2rem 0 0.75rem; }
  ul { list-style: none; margin: 0; padding: 0; }
  li { margin: 0 0 0.5rem; }
  button { width: 100%; min-height: 2.75rem; padding: 0.6rem 0.9rem; text-align: left; font: inherit;
    color: #0b0c0c; background: #f3f5f8; border: 2px solid #505a5f; border-radius: 4px; cursor: pointer; }
  button:hover { background: #dfe6ef; }
  button strong { display: block; overflow-wrap: anywhere; }
  button span { display: block; color: #3b4245; overflow-wrap: anywhere; }
  details { margin: 1.5rem 0; }
  summary { margin: 0 0 1rem; font-weight: 700; cursor: pointer; }
  a { color: #1d4f91; }
  a:focus, button:focus { outline: 3px solid #ffbf00; outline-offset: 0; box-shadow: 0 0 0 6px #0b0c0c; }
  .problem { border: 4px solid #b3261e; padding: 1rem; margin-bottom: 1.5rem; }
  .problem h2 { margin: 0 0 0.5rem; }
  .problem a { color: #b3261e; font-weight: 700; }
`;

const page = (title: string, body: string): string => pageOf({ title, style, body });

const personButton = ({ account, name, description, roles }: Account): string =>
  `<li><button type="submit" name="account" value="${escapeHtml(account)}"><strong>${escapeHtml(name)}</strong>` +
  `<span>${escapeHtml(description ?? roles.join(", "))}</span></button></li>`;

const buttonsOf = (accounts: readonly Account[]): string =>
  `<ul>\n${accounts.map(personButton).join("\n")}\n</ul>`;

/** Those with something to do first, where it is told of some; the rest are folded away beneath. */
function peopleOf(accounts: readonly Account[]): string {
  const [busy, others] = [accounts.filter(isTold), accounts.filter((each) => !isTold(each))];
  return busy.length === 0 || others.length === 0
    ? buttonsOf(accounts)
    : `${buttonsOf(busy)}\n<details><summary>Everybody else</summary>\n${buttonsOf(others)}\n</details>`;
}

const isTold = ({ description }: Account): boolean => description !== undefined;

const partnershipGroup = ([partnership, accounts]: [string, readonly Account[]]): string =>
  `<h2>${escapeHtml(partnership)}</h2>\n${peopleOf(accounts)}`;

const errorSummary = `<div class="problem" role="alert" aria-labelledby="problem-title" tabindex="-1">
<h2 id="problem-title">There is a problem</h2>
<p><a href="#people">Choose one of the people listed: the one you chose is not known here</a></p>
</div>`;

/** What the sign-in page shows: whom one can be, where to send the choice, and whether the last was unknown. */
export type SignInPage = {
  readonly accounts: readonly Account[];
  readonly action: string;
  readonly unknownPerson: boolean;
};

/** The sign-in page: one button per person, so that one press signs in, with no JavaScript. */
export const signInPage = ({ accounts, action, unknownPerson }: SignInPage): string => {
  const title = "Choose who to sign in as";
  const groups = Object.entries(Object.groupBy(accounts, ({ partnership }) => partnership)).map(
    ([partnership, members]): [string, readonly Account[]] => [partnership, members ?? []],
  );
  const people =
    accounts.length === 0
      ? `<p id="people">Nobody can sign in yet: the demo people are still being loaded. Try again shortly.</p>`
      : `<form id="people" tabindex="-1" method="post" action="${escapeHtml(action)}">\n${groups.length === 1 ? peopleOf(accounts) : groups.map(partnershipGroup).join("\n")}\n</form>`;
  const body = `${unknownPerson ? errorSummary : ""}
<h1>${title}</h1>
<p>These are made-up people on this machine. There are no passwords.</p>
${people}`;
  return page(unknownPerson ? `Error: ${title}` : title, body);
};

const nameRow = ({ account, name, description, roles }: Account): string =>
  `<li><strong>${escapeHtml(account)}</strong>: ${escapeHtml(description ?? `${name}, ${roles.join(", ")}`)}</li>`;

/** The first page of sign-in, where no application has sent anybody: who there is, and how to be one of them. */
export const whoIsHerePage = (accounts: readonly Account[]): string =>
  page(
    "Who can sign in here",
    `<h1>Who can sign in here</h1>
<p>There is nothing to sign in to on this page: an application sends you here and takes you back. To call the service
yourself, ask for a token of one of the people below: <code>npm run -s token -- ACCOUNT</code></p>
<p>Applications begin at <a href="/.well-known/openid-configuration">the discovery document</a>.</p>
<ul>\n${accounts.map(nameRow).join("\n")}\n</ul>`,
  );

/** A page that says one thing: the sign-in has expired, or signing out is done. */
export const noticePage = (title: string, text: string): string =>
  page(title, `<h1>${escapeHtml(title)}</h1>\n<p>${escapeHtml(text)}</p>`);

/** Asks before signing out. `form` is the provider's own form with the id "op.logoutForm". */
export const signOutPage = (form: string): string =>
  page(
    "Sign out",
    `<h1>Do you want to sign out?</h1>\n${form}
<ul><li><button type="submit" form="op.logoutForm" name="logout" value="yes"><strong>Sign out</strong></button></li>
<li><button type="submit" form="op.logoutForm"><strong>Stay signed in</strong></button></li></ul>`,
  );
