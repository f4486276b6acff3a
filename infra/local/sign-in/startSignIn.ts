import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { listen } from "../gateway/ports.ts";
import type { Accounts } from "./account.ts";
import { loadKeys } from "./keys.ts";
import { createProvider } from "./provider.ts";
import { isSignInPage, serveSignInPage } from "./signInRoutes.ts";
import { accessTokenVerifier, type VerifyAccessToken } from "./verify.ts";

/**
 * What sign-in needs. `keyFile` holds the signing key, made on the first start. `realNow` is the
 * machine's own time, never the service's movable clock: tokens are issued in real time.
 */
export type SignInOptions = Accounts & {
  readonly port: number;
  readonly keyFile: string;
  readonly realNow: () => Date;
  readonly redirectUris: readonly string[];
  readonly postLogoutRedirectUris: readonly string[];
  readonly accessTokenSeconds?: number;
  readonly log: (entry: { readonly event: "sign-in.failed"; readonly error: unknown }) => void;
};

/** A running issuer. `verifyAccessToken` is what the gateway's JWT authoriser calls. */
export type SignIn = {
  readonly issuer: string;
  readonly tokenEndpoint: string;
  readonly verifyAccessToken: VerifyAccessToken;
  close(): Promise<void>;
};

const defaultAccessTokenSeconds = 3600;

/**
 * Starts the OpenID provider of this machine on a port of its own. Sessions and half-finished sign-ins
 * live in memory: after a restart people choose themselves again, and tokens already issued stay good.
 */
export const startSignIn = async (options: SignInOptions): Promise<SignIn> => {
  const keys = await loadKeys(options.keyFile);
  let serve = async (_request: IncomingMessage, response: ServerResponse): Promise<void> => {
    response.writeHead(503).end();
  };
  const server = createServer((request, response) => {
    serve(request, response).catch((error: unknown) => {
      options.log({ event: "sign-in.failed", error });
      if (!response.headersSent) response.writeHead(500, { "content-type": "text/plain" });
      response.end("Signing in did not work.");
    });
  });
  // The issuer names its port, so the provider can only be made once the port is known.
  const port = await listen(server, { port: options.port, purpose: "sign-in" });
  const issuer = `http://localhost:${port}`;
  const accessTokenSeconds = options.accessTokenSeconds ?? defaultAccessTokenSeconds;
  const provider = createProvider({ ...options, issuer, keys, accessTokenSeconds });
  provider.on("server_error", (_ctx, error) => options.log({ event: "sign-in.failed", error }));
  const callback = provider.callback();
  serve = async (request, response) =>
    isSignInPage(request)
      ? serveSignInPage({ request, response }, provider, options)
      : callback(request, response);
  return {
    issuer,
    tokenEndpoint: `${issuer}/token`,
    verifyAccessToken: accessTokenVerifier({ issuer, keys, realNow: options.realNow }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeIdleConnections();
      }),
  };
};
