import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import type { WebConfiguration } from "./configuration.ts";
import { pageWith } from "./layout.ts";
import { navigation } from "./navigation.ts";
import { formTokenOf, noSession, tokenIn } from "./sign-in/cookies.ts";
import { styleSource } from "./style.ts";
import type { Ending } from "./visit.ts";

/** What every page is sent with: one style and no script applies to it, and nobody keeps or frames it. */
export const safeHeaders = ({ issuer }: WebConfiguration): Record<string, string> => ({
  // A form may end at the issuer: signing out does.
  "content-security-policy":
    `default-src 'none'; style-src ${styleSource}; base-uri 'none'; ` +
    `form-action 'self' ${new URL(issuer).origin}; frame-ancestors 'none'`,
  "cache-control": "no-store",
  "strict-transport-security": "max-age=63072000; includeSubDomains",
  "x-content-type-options": "nosniff",
  // Not "no-referrer", with which browsers keep back where a form came from.
  "referrer-policy": "same-origin",
});

/** An ending as an answer to what was asked, for the session of its token. */
export function render(
  ending: Ending,
  { rawPath, cookies = [] }: APIGatewayProxyEventV2,
): APIGatewayProxyStructuredResultV2 {
  if (ending.kind === "go")
    return {
      statusCode: 303,
      headers: { location: ending.to },
      ...(ending.cookies ? { cookies: [...ending.cookies] } : {}),
    };
  if (ending.kind === "message")
    return {
      statusCode: ending.status,
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ message: ending.message }),
    };
  if (ending.kind === "file")
    return {
      statusCode: 200,
      headers: {
        "content-type": `${ending.type}; charset=utf-8`,
        "content-disposition": `attachment; filename="${ending.name}"`,
      },
      // By this mark spreadsheets know UTF-8. The API sends it, and whoever reads text over HTTP takes it off.
      body: ending.type === "text/csv" ? `\ufeff${ending.text}` : ending.text,
    };
  const { status = 200, signedOut = false } = ending;
  const token = signedOut ? undefined : tokenIn(cookies);
  const reader =
    token === undefined ? undefined : { formToken: formTokenOf(token), places: navigation(token, rawPath) };
  return {
    statusCode: status,
    headers: { "content-type": "text/html; charset=utf-8" },
    body: pageWith(ending, reader),
    ...(signedOut ? { cookies: [noSession] } : {}),
  };
}
