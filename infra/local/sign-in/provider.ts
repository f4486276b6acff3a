import {
  type AccountClaims,
  type Configuration,
  errors,
  type KoaContextWithOIDC,
  Provider,
  type ResourceServer,
  type TokenEndpointGrantContext,
} from "oidc-provider";
import { accountClaims, type Accounts } from "./account.ts";
import type { SignInKeys } from "./keys.ts";
import { memoryAdapter } from "./memoryAdapter.ts";
import { noticePage, signOutPage } from "./signInPage.ts";
import { apiAudience } from "./verify.ts";

/** The web pages' client: public, code flow with PKCE. */
export const webClientId = "area-brokerage-web";
/** The client of `curl` and the demo; it exists in this local host alone. */
export const demoClientId = "local-demo";
/** A token for a demo person by one POST, without a browser: POST /token with this and `account`. */
export const demoGrantType = "urn:area-brokerage:grant:demo-person";

/** What the issuer is made of; addresses are where the web pages take the caller back after signing in or out. */
export type ProviderOptions = Accounts & {
  readonly issuer: string;
  readonly keys: SignInKeys;
  readonly accessTokenSeconds: number;
  readonly redirectUris: readonly string[];
  readonly postLogoutRedirectUris: readonly string[];
};

const apiResource = "urn:area-brokerage:api";
const apiScope = "api";

const apiServer = ({ accessTokenSeconds }: ProviderOptions): ResourceServer => ({
  scope: apiScope,
  audience: apiAudience,
  accessTokenFormat: "jwt",
  accessTokenTTL: accessTokenSeconds,
  jwt: { sign: { alg: "RS256" } },
});

const clients = ({ redirectUris, postLogoutRedirectUris }: ProviderOptions): Configuration["clients"] => [
  {
    client_id: webClientId,
    token_endpoint_auth_method: "none",
    grant_types: ["authorization_code"],
    response_types: ["code"],
    redirect_uris: [...redirectUris],
    post_logout_redirect_uris: [...postLogoutRedirectUris],
  },
  {
    client_id: demoClientId,
    token_endpoint_auth_method: "none",
    grant_types: [demoGrantType],
    response_types: [],
    redirect_uris: [],
  },
];

type Consent = { readonly person: string; readonly clientId: string };

// Everything our own pages ask for is granted: there is no third party to consent to.
const grantAll = async (ctx: KoaContextWithOIDC, { person, clientId }: Consent) => {
  const grant = new ctx.oidc.provider.Grant({ accountId: person, clientId });
  grant.addOIDCScope("openid profile");
  grant.addResourceScope(apiResource, apiScope);
  await grant.save();
  return grant;
};

const features = (options: ProviderOptions): Configuration["features"] => ({
  devInteractions: { enabled: false },
  userinfo: { enabled: false },
  resourceIndicators: {
    enabled: true,
    defaultResource: () => apiResource,
    useGrantedResource: () => true,
    getResourceServerInfo: (_ctx, resource) => {
      if (resource !== apiResource) throw new errors.InvalidTarget();
      return apiServer(options);
    },
  },
  rpInitiatedLogout: {
    enabled: true,
    logoutSource: (ctx, form) => {
      ctx.body = signOutPage(form);
    },
    postLogoutSuccessSource: (ctx) => {
      ctx.body = noticePage("You have signed out", "You can close this page.");
    },
  },
});

const configuration = (options: ProviderOptions): Configuration => ({
  adapter: memoryAdapter(),
  clients: clients(options) ?? [],
  jwks: { keys: [options.keys.signingKey] },
  cookies: { keys: [options.keys.cookieKey] },
  scopes: ["openid", "profile"],
  claims: { openid: ["sub"], profile: ["name", "partnership", "roles", "school", "person"] },
  conformIdTokenClaims: false,
  pkce: { required: () => true },
  features: features(options),
  interactions: { url: (_ctx, interaction) => `/sign-in/${interaction.uid}` },
  ttl: {
    AccessToken: options.accessTokenSeconds,
    AuthorizationCode: 60,
    Grant: 14 * 86_400,
    IdToken: options.accessTokenSeconds,
    Interaction: 3600,
    Session: 14 * 86_400,
  },
  findAccount: async (_ctx, person) => {
    const account = await options.findAccount(person);
    if (account === undefined) return undefined;
    const claims: AccountClaims = { sub: person, ...accountClaims(account) };
    return { accountId: person, claims: () => claims };
  },
  extraTokenClaims: async (_ctx, token) => {
    const account = token.kind === "AccessToken" ? await options.findAccount(token.accountId) : undefined;
    return account === undefined ? undefined : accountClaims(account);
  },
  loadExistingGrant: async (ctx) => {
    const { session, client } = ctx.oidc;
    if (session?.accountId === undefined || client === undefined) return undefined;
    return grantAll(ctx, { person: session.accountId, clientId: client.clientId });
  },
  renderError: (ctx, { error }) => {
    ctx.type = "html";
    ctx.body = noticePage("Signing in did not work", `Go back and start again. (${error})`);
  },
});

const issueDemoToken = async (
  ctx: TokenEndpointGrantContext<{ account?: unknown }>,
  options: ProviderOptions,
): Promise<void> => {
  const { client, params, provider } = ctx.oidc;
  const { account: asked } = params;
  const account = typeof asked === "string" ? await options.findAccount(asked) : undefined;
  if (account === undefined) throw new errors.InvalidGrant("account is missing or not known here");
  const grant = await grantAll(ctx, { person: account.account, clientId: client.clientId });
  const server = apiServer(options);
  const resourceServer = { ...server, scopes: new Set([apiScope]), identifier: () => apiResource };
  const token = new provider.AccessToken({
    client,
    accountId: account.account,
    grantId: grant.jti,
    gty: demoGrantType,
    scope: apiScope,
    resourceServer,
  });
  const access_token = await token.save();
  ctx.body = { access_token, expires_in: token.expiration, token_type: token.tokenType, scope: apiScope };
};

/** The OpenID provider of this machine: code flow with PKCE for the pages, and the demo grant for `curl`. */
export const createProvider = (options: ProviderOptions): Provider => {
  const provider = new Provider(options.issuer, configuration(options));
  provider.registerGrantType<{ account?: unknown }>(demoGrantType, (ctx) => issueDemoToken(ctx, options), [
    "account",
  ]);
  return provider;
};
