import { CfnParameter } from "aws-cdk-lib";
import type { Construct } from "constructs";

/** What a deployment must be told. None has a default, so that no stack runs on a made-up value. */
export interface Parameters {
  readonly jwtIssuer: string;
  readonly jwtAudience: string;
  readonly mailFrom: string;
  readonly mailIdentity: string;
}

/** Adds the stack's parameters: `cdk deploy --parameters JwtIssuer=https://... ` and so on, once; kept after. */
export const addParameters = (scope: Construct): Parameters => {
  const text = (id: string, description: string, allowedPattern: string): string =>
    new CfnParameter(scope, id, { type: "String", description, allowedPattern }).valueAsString;
  return {
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
