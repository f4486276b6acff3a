import type { APIGatewayProxyEventV2 } from "aws-lambda";
import type { Route } from "../contract/door.ts";
import { UnreadableCursorError } from "../store/cursor.ts";
import type { AnyReply } from "./answer.ts";
import { sha256 } from "./identity.ts";
import type { Session } from "./session.ts";

/** Which list is read, by which filters and as whom. */
export interface Reading {
  readonly route: Route;
  readonly event: APIGatewayProxyEventV2;
  readonly session: Session;
}

const markLength = 12;

/**
 * What a place is marked with, so that it is good for the reading that gave it and for no other. No secret is in it: it tells
 * a mistake, and who made a mark of their own would still read nothing but their own lists.
 */
function markOf({ route, event, session }: Reading, place: string): string {
  const { cursor: _from, limit: _many, ...filters } = event.queryStringParameters ?? {};
  const { partnershipId, roles, schoolId, personId } = session;
  const by = [partnershipId, roles, schoolId ?? null, personId ?? null];
  const given = [filters, event.pathParameters ?? {}].map((each) =>
    Object.entries(each).toSorted(([one], [other]) => (one < other ? -1 : 1)),
  );
  return sha256(JSON.stringify([route.path, by, given, place])).slice(0, markLength);
}

/** The request with the place in its list that its cursor stands for; raises UnreadableCursorError for that of another reading. */
export function withPlace(reading: Reading): APIGatewayProxyEventV2 {
  const { event, route } = reading;
  const { cursor, ...others } = event.queryStringParameters ?? {};
  if (cursor === undefined || !route.query || !("cursor" in route.query.shape)) return event;
  const [mark, place] = [cursor.slice(0, markLength), cursor.slice(markLength)];
  if (mark !== markOf(reading, place))
    throw new UnreadableCursorError(
      "The cursor is not one that this list gave, with these filters and to you",
    );
  return { ...event, queryStringParameters: { ...others, cursor: place } };
}

/** The reply, with a cursor that is good for its own reading alone. */
export function withCursor(reading: Reading, reply: AnyReply): AnyReply {
  const { body } = reply;
  if (typeof body !== "object" || body === null || !("nextCursor" in body)) return reply;
  const { nextCursor: place } = body;
  if (typeof place !== "string") return reply;
  return { ...reply, body: { ...body, nextCursor: `${markOf(reading, place)}${place}` } };
}
