import type { IncomingMessage, ServerResponse } from "node:http";
import { errors, type Provider } from "oidc-provider";
import { pageHeaders } from "../page.ts";
import type { Accounts } from "./account.ts";
import { noticePage, signInPage, whoIsHerePage } from "./signInPage.ts";

const maximumFormBytes = 10_000;

const readForm = async (request: IncomingMessage): Promise<URLSearchParams> => {
  let text = "";
  for await (const chunk of request) {
    text += String(chunk);
    if (text.length > maximumFormBytes) return new URLSearchParams();
  }
  return new URLSearchParams(text);
};

const sendPage = (response: ServerResponse, status: number, html: string): void => {
  response.writeHead(status, pageHeaders).end(html);
};

/** One visit to the sign-in page, GET or POST. */
export type SignInVisit = { readonly request: IncomingMessage; readonly response: ServerResponse };

const isFirstPage = ({ url, method }: IncomingMessage): boolean => method === "GET" && url === "/";

/** True for the addresses of our own pages; all others belong to the provider. */
export const isSignInPage = (request: IncomingMessage): boolean =>
  isFirstPage(request) || request.url?.startsWith("/sign-in/") === true;

const signIn = async (
  { request, response }: SignInVisit,
  provider: Provider,
  accounts: Accounts,
): Promise<void> => {
  const { uid } = await provider.interactionDetails(request, response);
  const chosen = request.method === "POST" ? ((await readForm(request)).get("account") ?? "") : undefined;
  const account = chosen === undefined ? undefined : await accounts.findAccount(chosen);
  if (account !== undefined) {
    await provider.interactionFinished(request, response, { login: { accountId: account.account } });
    return;
  }
  const unknownPerson = chosen !== undefined;
  const html = signInPage({
    accounts: await accounts.listAccounts(),
    action: `/sign-in/${uid}`,
    unknownPerson,
  });
  sendPage(response, unknownPerson ? 400 : 200, html);
};

/** Shows who is here, or the sign-in page, or signs in the chosen person and sends the browser back to the provider. */
export const serveSignInPage = async (
  visit: SignInVisit,
  provider: Provider,
  accounts: Accounts,
): Promise<void> => {
  if (isFirstPage(visit.request)) {
    sendPage(visit.response, 200, whoIsHerePage(await accounts.listAccounts()));
    return;
  }
  try {
    await signIn(visit, provider, accounts);
  } catch (error) {
    if (!(error instanceof errors.SessionNotFound)) throw error;
    const text = "It was open for too long, or this machine was restarted. Go back and start again.";
    sendPage(visit.response, 400, noticePage("This sign-in has expired", text));
  }
};
