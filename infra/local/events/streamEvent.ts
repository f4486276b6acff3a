import type { AttributeValue, _Record } from "@aws-sdk/client-dynamodb-streams";
import type { DynamoDBRecord, DynamoDBStreamEvent, AttributeValue as EventValue } from "aws-lambda";

type Item = Record<string, AttributeValue>;

/** The event that Lambda passes to a handler for stream records: DynamoDB JSON, with binary in base64. */
export function streamEvent(records: readonly _Record[], streamArn: string): DynamoDBStreamEvent {
  return { Records: records.map((record) => eventRecord(record, streamArn)) };
}

function eventRecord(record: _Record, streamArn: string): DynamoDBRecord {
  const { ApproximateCreationDateTime: createdAt, Keys, NewImage, OldImage, ...rest } = record.dynamodb ?? {};
  return {
    eventID: record.eventID,
    eventName: record.eventName,
    eventVersion: record.eventVersion,
    eventSource: record.eventSource,
    eventSourceARN: streamArn,
    awsRegion: record.awsRegion,
    ...(record.userIdentity && {
      userIdentity: { type: record.userIdentity.Type, principalId: record.userIdentity.PrincipalId },
    }),
    dynamodb: {
      ...rest,
      ...(createdAt && { ApproximateCreationDateTime: createdAt.getTime() / 1000 }),
      ...(Keys && { Keys: eventItem(Keys) }),
      ...(NewImage && { NewImage: eventItem(NewImage) }),
      ...(OldImage && { OldImage: eventItem(OldImage) }),
    },
  };
}

function eventItem(item: Item): Record<string, EventValue> {
  return Object.fromEntries(Object.entries(item).map(([name, value]) => [name, eventValue(value)]));
}

function eventValue(value: AttributeValue): EventValue {
  if (value.S !== undefined) return { S: value.S };
  if (value.N !== undefined) return { N: value.N };
  if (value.BOOL !== undefined) return { BOOL: value.BOOL };
  if (value.NULL !== undefined) return { NULL: value.NULL };
  if (value.M !== undefined) return { M: eventItem(value.M) };
  if (value.L !== undefined) return { L: value.L.map(eventValue) };
  if (value.SS !== undefined) return { SS: value.SS };
  if (value.NS !== undefined) return { NS: value.NS };
  if (value.B !== undefined) return { B: base64(value.B) };
  if (value.BS !== undefined) return { BS: value.BS.map(base64) };
  throw new TypeError(`Unknown type of attribute: ${value.$unknown[0]}`);
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("base64");
}
