import type { APIGatewayProxyEventV2 } from "aws-lambda";
import type { WebConfiguration } from "./configuration.ts";

/** Where the pages of unit tests stand: nothing answers there. */
export const configuration: WebConfiguration = {
  publicAddress: "https://pages.example",
  apiAddress: "https://api.example",
  originSecrets: [],
  issuer: "https://sign-in.example",
  clientId: "web",
  scope: "openid",
};

/** A request as API Gateway hands it to the pages, of a session whose token is "token". */
export const eventOf = (
  method: "GET" | "POST",
  form: Readonly<Record<string, string>> = {},
): APIGatewayProxyEventV2 => ({
  version: "2.0",
  routeKey: `${method} /pages/requests/new`,
  rawPath: "/pages/requests/new",
  rawQueryString: "",
  cookies: ["__Host-session=token"],
  headers: { origin: configuration.publicAddress },
  requestContext: {
    accountId: "0",
    apiId: "0",
    domainName: "pages.example",
    domainPrefix: "pages",
    http: { method, path: "/pages/requests/new", protocol: "HTTP/2", sourceIp: "", userAgent: "" },
    requestId: "0",
    routeKey: `${method} /pages/requests/new`,
    stage: "$default",
    time: "",
    timeEpoch: 0,
  },
  isBase64Encoded: false,
  body: new URLSearchParams(form).toString(),
});
