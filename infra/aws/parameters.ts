import { CfnParameter } from "aws-cdk-lib";
import type { RegisterKind } from "../../shared/domain/schools/registerImport.ts";
import type { Construct } from "constructs";

/**
 * What a deployment must be told. None has a default, so that no stack runs on a made-up value, but for the scope of
 * signing in, for the secret before the last, and for registers: without an address one is not fetched.
 */
export interface Parameters {
  readonly jwtIssuer: string;
  readonly jwtAudience: string;
  readonly webClientId: string;
  readonly signInScope: string;
  /** Where the edge answers, and so where people reach the service. */
  readonly ownAddress: string;
  /** What the edge shows with each request, now and, while it is turned, before. */
  readonly originSecret: string;
  readonly formerOriginSecret: string;
  readonly mailFrom: string;
  readonly mailIdentity: string;
  readonly registerAddresses: Readonly<Record<RegisterKind, string>>;
}

const secretPattern = "[A-Za-z0-9_-]{32,128}";

/** Adds the secret that the edge shows the API, which both stacks are told. */
export const addOriginSecret = (scope: Construct): string =>
  new CfnParameter(scope, "OriginSecret", {
    type: "String",
    noEcho: true,
    description:
      "What the edge shows the API with each request, the same for both stacks: openssl rand -hex 32",
    allowedPattern: `^${secretPattern}$`,
  }).valueAsString;

/** Adds the stack's parameters: `cdk deploy --parameters JwtIssuer=https://... ` and so on, once; kept after. */
export const addParameters = (scope: Construct): Parameters => {
  const text = (id: string, description: string, allowedPattern: string): string =>
    new CfnParameter(scope, id, { type: "String", description, allowedPattern }).valueAsString;
  const addressOf = (kind: RegisterKind): string =>
    new CfnParameter(scope, `RegisterAddress${kind.charAt(0).toUpperCase()}${kind.slice(1)}`, {
      type: "String",
      default: "",
      description: `Where the register of ${kind} is fetched from, {date} for the day before; empty for nowhere`,
      allowedPattern: "^(https://[^\\s]+)?$",
    }).valueAsString;
  return {
    registerAddresses: {
      establishments: addressOf("establishments"),
      memberships: addressOf("memberships"),
      groups: addressOf("groups"),
      successions: addressOf("successions"),
      inspections: addressOf("inspections"),
    },
    jwtIssuer: text(
      "JwtIssuer",
      "Issuer of the sign-in tokens, as its discovery document says it, such as https://sign-in.example.org",
      "^https://[^\\s]+$",
    ),
    jwtAudience: text(
      "JwtAudience",
      "Audience that the tokens must name, such as area-brokerage",
      "^[^\\s]+$",
    ),
    webClientId: text(
      "WebClientId",
      "Public client of the pages at the issuer: code flow with PKCE, no secret, back to PublicAddress/signed-in",
      "^[^\\s]+$",
    ),
    signInScope: new CfnParameter(scope, "SignInScope", {
      type: "String",
      default: "openid",
      description: "What the pages ask the issuer for, so that the access token names JwtAudience",
      allowedPattern: "^openid( [^\\s]+)*$",
    }).valueAsString,
    ownAddress: text(
      "OwnAddress",
      "Where people reach the service: the edge's domain, such as https://brokerage.example.org",
      "^https://[a-z0-9.-]+$",
    ),
    originSecret: addOriginSecret(scope),
    formerOriginSecret: new CfnParameter(scope, "FormerOriginSecret", {
      type: "String",
      noEcho: true,
      default: "",
      description: "The secret before this one, while the edge may still show it; empty for none",
      allowedPattern: `^(${secretPattern})?$`,
    }).valueAsString,
    mailFrom: text(
      "MailFrom",
      "Address that messages come from, such as brokerage@example.org",
      "^[^\\s@]+@[^\\s@]+$",
    ),
    mailIdentity: text(
      "MailIdentity",
      "Verified SES identity the address belongs to: its domain or the address itself, such as example.org",
      "^[A-Za-z0-9.@_+-]+$",
    ),
  };
};
