import { randomUUID } from "node:crypto";
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import type { PageName } from "../shared/contract/pages.ts";
import { dateAt } from "../shared/domain/calendar/calendar.ts";
import { type Answered, type AnswerOf, type Client, openClient } from "../shared/runtime/client.ts";
import { cameThroughEdge } from "../shared/runtime/edge.ts";
import { describeError, type Log } from "../shared/runtime/log.ts";
import type { WebConfiguration } from "./configuration.ts";
import { sendOnceMore, signInToSend } from "./kept.ts";
import { render, safeHeaders } from "./render.ts";
import { sentForm } from "./sentForm.ts";
import { formTokenOf, isSealed, noSession, tokenIn } from "./sign-in/cookies.ts";
import { type OpenId, openId } from "./sign-in/openid.ts";
import { type Asked, type Ending, isCutShort, refusedPage, type Visit, type WorkPage } from "./visit.ts";

/** All that the pages need of the outside. */
export interface PagesWorld {
  readonly configuration: WebConfiguration;
  readonly openId: OpenId;
  readonly log: Log;
  /** The present instant. */
  readonly now: () => Date;
}

/** The world of the pages as they are configured. */
export const pagesWorld = (
  configuration: WebConfiguration,
  { log, now }: Pick<PagesWorld, "log" | "now">,
): PagesWorld => ({ configuration, openId: openId(configuration), log, now });

export type PageDoor = (world: PagesWorld, event: APIGatewayProxyEventV2) => Promise<Ending>;

const unsealed =
  "You have signed in again since this page was opened, so nothing was sent. Please look it over and send it once more.";

const isPost = (event: APIGatewayProxyEventV2): boolean => event.requestContext.http.method === "POST";

/** The request as pages read it. */
export const askedOf = async (event: APIGatewayProxyEventV2): Promise<Asked> => {
  const { rawPath, rawQueryString, pathParameters, cookies = [] } = event;
  return {
    address: rawQueryString === "" ? rawPath : `${rawPath}?${rawQueryString}`,
    part: (name) => pathParameters?.[name] ?? "",
    query: new URLSearchParams(rawQueryString),
    form: isPost(event) ? await sentForm(event) : new URLSearchParams(),
    cookies,
    token: tokenIn(cookies),
  };
};

/** Whether a form was sent from a page of ours: browsers say so themselves, and no page can make them say otherwise. */
export const isFromHere = ({ headers }: APIGatewayProxyEventV2, { configuration }: PagesWorld): boolean =>
  headers["origin"] === undefined
    ? headers["sec-fetch-site"] === "same-origin"
    : headers["origin"] === configuration.publicAddress;

export const fromElsewhere = refusedPage(
  403,
  "This was not sent from a page of this service",
  "Nothing was done. Open the page again from the start page, and send it from there.",
);

/** Where to sign in and come back. */
const toSignIn = ({ address }: Asked): Ending => ({
  kind: "go",
  to: `/sign-in?to=${encodeURIComponent(address)}`,
  cookies: [noSession],
});

async function endingOf(page: WorkPage, visit: Visit, sent: boolean): Promise<Ending> {
  if (!sent) return page.show(visit);
  if (visit.token === undefined || !isSealed(visit.form, visit.token))
    return page.show(visit, { status: 409, detail: unsealed, faults: [] });
  if (!page.answer) return fromElsewhere;
  const answered = await page.answer(visit);
  return "kind" in answered ? answered : page.show(visit, answered);
}

/** Ends what a visit asks of the API in time to still answer it: API Gateway waits for 30 seconds. */
const patience = (): AbortSignal => AbortSignal.timeout(25_000);

/** How one visit asks the API. */
const readerOf = (token: string, { apiAddress, originSecrets: [originSecret] }: WebConfiguration) => ({
  origin: apiAddress,
  originSecret,
  token,
  signal: patience(),
});

/** How a page only reads, as whoever holds this token. */
export const clientToRead = (token: string, { configuration }: PagesWorld): Client =>
  openClient({ ...readerOf(token, configuration), key: "me" });

/** Whose token this is, as the API knows them. */
export const whoIs = (token: string, world: PagesWorld): Promise<Answered<AnswerOf<"getMe">>> =>
  clientToRead(token, world).ask("getMe", {});

/** A page for those who are signed in: all others sign in first and come back to it. */
export const work =
  (page: WorkPage): PageDoor =>
  async (world, event) => {
    const asked = await askedOf(event);
    const sent = isPost(event);
    if (sent && !isFromHere(event, world)) return fromElsewhere;
    const signedOut = (): Ending => (sent ? signInToSend(asked) : toSignIn(asked));
    const { token } = asked;
    if (token === undefined) return signedOut();
    const key = asked.form.get("key") || randomUUID();
    const reader = readerOf(token, world.configuration);
    const client = openClient({ ...reader, key });
    const today = dateAt(world.now().toISOString());
    const clientFor = (part: string) => openClient({ ...reader, key: `${key}-${part}` });
    try {
      return await endingOf(
        page,
        { ...asked, client, clientFor, formToken: formTokenOf(token), today },
        sent,
      );
    } catch (error) {
      if (!isCutShort(error)) throw error;
      return error.end === "signed-out" ? signedOut() : error.end;
    }
  };

const wentWrong = refusedPage(
  500,
  "Something went wrong on our side",
  "Please try again. If it happens again, tell your broker when it did.",
);

const aroundTheEdge = refusedPage(
  403,
  "This is not the address of this service",
  "Open the service at the address that its letters name.",
);

/** Answers one request for a page, whatever happens. */
export async function answerPage(
  world: PagesWorld,
  { name, door }: { readonly name: PageName; readonly door: PageDoor },
  event: APIGatewayProxyEventV2,
): Promise<APIGatewayProxyStructuredResultV2> {
  const started = performance.now();
  const ending = cameThroughEdge(world.configuration.originSecrets, event.headers)
    ? await door(world, event).catch(async (error: unknown) => {
        world.log({ code: "unexpected-error", door: `page ${name}`, ...describeError(error) });
        return isPost(event) ? sendOnceMore(await askedOf(event)) : wentWrong;
      })
    : aroundTheEdge;
  const answer = render(ending, event);
  world.log({
    code: "request-served",
    route: `page ${name}`,
    status: answer.statusCode ?? 500,
    milliseconds: Math.round(performance.now() - started),
  });
  return { ...answer, headers: { ...answer.headers, ...safeHeaders(world.configuration) } };
}
