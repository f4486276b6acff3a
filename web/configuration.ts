import * as z from "zod";
import { originSecretsOf } from "../shared/runtime/edge.ts";

const address = z.url();

const Configuration = z.object({
  /** Where people and pages reach the service. */
  PUBLIC_ADDRESS: address,
  /** Where pages ask the API, if not at the public address: around the edge, which counts requests by address. */
  API_ADDRESS: address.optional(),
  /** Who signs people in, exactly as its discovery document says it. */
  JWT_ISSUER: address,
  /** The public client of the pages at the issuer. */
  WEB_CLIENT_ID: z.string().min(1),
  /** What the issuer is asked for, so that the token is good for the service. */
  SIGN_IN_SCOPE: z.string().min(1).default("openid"),
});

/** What the pages are told of the place where they run. */
export interface WebConfiguration {
  readonly publicAddress: string;
  readonly apiAddress: string;
  /** What the edge shows with each request, the present one first; none where there is no edge. */
  readonly originSecrets: readonly string[];
  readonly issuer: string;
  readonly clientId: string;
  readonly scope: string;
}

/** Reads what the pages need from the environment, or raises which names are missing or wrong. */
export function readWebConfiguration(
  environment: Readonly<Record<string, string | undefined>>,
): WebConfiguration {
  const read = Configuration.safeParse(environment);
  if (!read.success)
    throw new Error(
      `The environment is not complete: ${read.error.issues.map(({ path }) => path.join(".")).join(", ")}`,
    );
  const {
    PUBLIC_ADDRESS,
    API_ADDRESS = PUBLIC_ADDRESS,
    JWT_ISSUER,
    WEB_CLIENT_ID,
    SIGN_IN_SCOPE,
  } = read.data;
  return {
    publicAddress: new URL(PUBLIC_ADDRESS).origin,
    apiAddress: new URL(API_ADDRESS).origin,
    originSecrets: originSecretsOf(environment),
    issuer: JWT_ISSUER,
    clientId: WEB_CLIENT_ID,
    scope: SIGN_IN_SCOPE,
  };
}
