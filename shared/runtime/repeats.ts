import type { APIGatewayProxyEventV2 } from "aws-lambda";
import { deflateRawSync, inflateRawSync } from "node:zlib";
import type * as z from "zod";
import type { RouteName } from "../contract/manifest.ts";
import type { Refusal } from "../contract/problems.ts";
import { answers } from "../store/rows/trail.ts";
import type { Store } from "../store/store.ts";
import type { AnyReply } from "./answer.ts";
import { sha256 } from "./identity.ts";
import { bytesOf } from "./input.ts";
import { keyReused, refuse } from "./refusal.ts";
import type { World } from "./world.ts";

/** The Idempotency-Key of a caller, and the digest of what was asked with it. */
export interface AskedOnce {
  readonly key: string;
  readonly bodyHash: string;
}

interface Asked extends AskedOnce {
  readonly name: RouteName;
  readonly account: string;
}

/** What is asked with a key: the body and where it is sent, since one key with one body at two addresses asks for two things. */
export const askedOnce = (event: APIGatewayProxyEventV2, by: Omit<Asked, "bodyHash">): Asked => ({
  ...by,
  bodyHash: sha256(JSON.stringify([event.rawPath, event.rawQueryString, sha256(bytesOf(event))])),
});

/** The answer that was given to this before, if it was; or why the key cannot be taken. */
export async function answered(store: Store, asked: Asked): Promise<AnyReply | Refusal | undefined> {
  const { name, account, key, bodyHash } = asked;
  if (!/^[\x21-\x7e]{1,255}$/.test(key))
    return refuse("invalid-request", "Idempotency-Key takes 1 to 255 printable characters without spaces.");
  const known = await store.get(answers, { route: name, account, key });
  if (!known) return undefined;
  if (known.bodyHash !== bodyHash) return keyReused;
  const body: unknown = JSON.parse(inflateRawSync(Buffer.from(known.body, "base64")).toString());
  return { status: known.status, body };
}

/** Renders a reply into the row that remembers it. */
export const remembering =
  (world: World, { name, account, key, bodyHash }: Asked) =>
  (reply: AnyReply): z.output<typeof answers.schema> => ({
    route: name,
    account,
    key,
    bodyHash,
    status: reply.status,
    body: deflateRawSync(JSON.stringify(reply.body)).toString("base64"),
    answeredAt: world.now(),
  });
