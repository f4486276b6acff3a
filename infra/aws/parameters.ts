import { CfnParameter } from "aws-cdk-lib";
import type { RegisterKind } from "../../shared/domain/schools/registerImport.ts";
import type { Construct } from "constructs";

/**
 * What a deployment must be told. None has a default, so that no stack runs on a made-up value, but for the scope of
 * signing in and for addresses: without one of a register it is not fetched, without one of its own the service answers
 * at API Gateway's.
 */
export interface Parameters {
  readonly jwtIssuer: string;
  readonly jwtAudience: string;
  readonly webClientId: string;
  readonly signInScope: string;
  /** A domain of its own, under which the service is reached; empty for API Gateway's. */
  readonly ownAddress: string;
  readonly mailFrom: string;
  readonly mailIdentity: string;
  readonly registerAddresses: Readonly<Record<RegisterKind, string>>;
}

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
    ownAddress: new CfnParameter(scope, "OwnAddress", {
      type: "String",
      default: "",
      description:
        "Custom domain that is mapped to the API's root, such as https://brokerage.example.org; empty for none",
      allowedPattern: "^(https://[a-z0-9.-]+)?$",
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
