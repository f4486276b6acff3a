import * as oauth from "oauth4webapi";
import * as z from "zod";
import type { WebConfiguration } from "../configuration.ts";

/** What the browser keeps between leaving for the issuer and coming back, and where it was going. */
export const Underway = z.strictObject({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  to: z.string(),
});
export type Underway = z.infer<typeof Underway>;

/** A token for the service, and for how many seconds it is good. */
export interface SignedIn {
  readonly token: string;
  readonly seconds: number;
}

/** Signing in by the OpenID code flow with PKCE, as a public client that holds no secret. */
export interface OpenId {
  /** Where to send the browser, and what it is to keep meanwhile. */
  readonly begin: (to: string) => Promise<{ readonly address: string; readonly underway: Underway }>;
  /** The token that the browser came back for, undefined where the issuer or the browser does not give one. */
  readonly finish: (underway: Underway, came: URLSearchParams) => Promise<SignedIn | undefined>;
  /** Where the issuer ends its own session and sends the browser back, undefined where it has no such address. */
  readonly end: () => Promise<string | undefined>;
}

/** Used where an issuer does not say for how long its token is good. */
const shortestSeconds = 300;

const isOfTheFlow = (error: unknown): boolean =>
  error instanceof oauth.AuthorizationResponseError ||
  error instanceof oauth.ResponseBodyError ||
  error instanceof oauth.OperationProcessingError ||
  error instanceof oauth.WWWAuthenticateChallengeError;

/** Opens the configured issuer; its discovery document is read when it is first needed, and kept. */
export function openId({ issuer, clientId, scope, publicAddress }: WebConfiguration): OpenId {
  const expected = new URL(issuer);
  // On one machine the issuer has no certificate; a browser trusts localhost alike.
  const options = { [oauth.allowInsecureRequests]: expected.hostname === "localhost" };
  const client: oauth.Client = { client_id: clientId };
  const redirectUri = `${publicAddress}/signed-in`;
  let found: oauth.AuthorizationServer | undefined;

  const server = async (): Promise<oauth.AuthorizationServer> =>
    (found ??= await oauth.processDiscoveryResponse(
      expected,
      await oauth.discoveryRequest(expected, options),
    ));

  async function redeem(underway: Underway, came: URLSearchParams): Promise<SignedIn> {
    const as = await server();
    const parameters = oauth.validateAuthResponse(as, client, came, underway.state);
    const answer = await oauth.authorizationCodeGrantRequest(
      as,
      client,
      oauth.None(),
      parameters,
      redirectUri,
      underway.verifier,
      options,
    );
    const tokens = await oauth.processAuthorizationCodeResponse(as, client, answer, {
      expectedNonce: underway.nonce,
      requireIdToken: true,
    });
    return { token: tokens.access_token, seconds: tokens.expires_in ?? shortestSeconds };
  }

  return {
    async begin(to) {
      const { authorization_endpoint: endpoint } = await server();
      if (endpoint === undefined) throw new Error("The issuer has no authorization endpoint");
      const underway: Underway = {
        state: oauth.generateRandomState(),
        nonce: oauth.generateRandomNonce(),
        verifier: oauth.generateRandomCodeVerifier(),
        to,
      };
      const address = new URL(endpoint);
      const asked = {
        client_id: clientId,
        response_type: "code",
        scope,
        redirect_uri: redirectUri,
        state: underway.state,
        nonce: underway.nonce,
        code_challenge: await oauth.calculatePKCECodeChallenge(underway.verifier),
        code_challenge_method: "S256",
      };
      for (const [name, value] of Object.entries(asked)) address.searchParams.set(name, value);
      return { address: address.href, underway };
    },
    async finish(underway, came) {
      try {
        return await redeem(underway, came);
      } catch (error) {
        if (isOfTheFlow(error)) return undefined;
        throw error;
      }
    },
    async end() {
      const { end_session_endpoint: endpoint } = await server();
      if (endpoint === undefined) return undefined;
      const address = new URL(endpoint);
      address.searchParams.set("client_id", clientId);
      address.searchParams.set("post_logout_redirect_uri", `${publicAddress}/`);
      return address.href;
    },
  };
}
