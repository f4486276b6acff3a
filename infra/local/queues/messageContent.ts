import * as z from "zod";
import { Refusal, invalidParameter } from "./errors.ts";

export const largestMessageBytes = 1_048_576;

const messageAttribute = z.object({
  DataType: z.string(),
  StringValue: z.string().optional(),
  BinaryValue: z.string().optional(),
});

/** Message attributes as the JSON protocol carries them: binary values in base64. */
export const messageAttributes = z.record(z.string(), messageAttribute);
export type MessageAttributes = z.output<typeof messageAttributes>;

/** What a client may put into one message. */
export const messageContent = z.object({
  MessageBody: z.string(),
  DelaySeconds: z.number().optional(),
  MessageAttributes: messageAttributes.optional(),
  MessageSystemAttributes: messageAttributes.optional(),
});
export type MessageContent = z.output<typeof messageContent>;

/** Size that counts towards the limits: body plus the names, types and values of the attributes. */
export function contentBytes(content: MessageContent): number {
  let bytes = Buffer.byteLength(content.MessageBody);
  for (const [name, { DataType, StringValue, BinaryValue }] of Object.entries(
    content.MessageAttributes ?? {},
  )) {
    bytes += Buffer.byteLength(name) + Buffer.byteLength(DataType);
    bytes +=
      BinaryValue === undefined
        ? Buffer.byteLength(StringValue ?? "")
        : Buffer.byteLength(BinaryValue, "base64");
  }
  return bytes;
}

/** Refuses content that SQS would not store: empty, too large, of forbidden characters, badly typed or late. */
export function checkContent(content: MessageContent, maximumBytes: number): void {
  if (content.MessageBody === "")
    throw new Refusal("MissingParameter", "The request must contain the parameter MessageBody.");
  if (contentBytes(content) > maximumBytes)
    throw invalidParameter(
      `One or more parameters are invalid. Reason: Message must be shorter than ${maximumBytes} bytes.`,
    );
  // SQS takes the characters that XML 1.0 can carry and no others.
  if (/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/u.test(content.MessageBody))
    throw new Refusal("InvalidMessageContents", "The message contains characters outside the allowed set.");
  checkWholeNumber({ name: "DelaySeconds", value: content.DelaySeconds, range: [0, 900] });
  checkAttributes(content.MessageAttributes ?? {});
}

function checkAttributes(attributes: MessageAttributes): void {
  const entries = Object.entries(attributes);
  if (entries.length > 10) throw invalidParameter("A message has at most 10 message attributes.");
  for (const [name, { DataType, StringValue, BinaryValue }] of entries) {
    if (!/^[\w.-]{1,256}$/.test(name))
      throw invalidParameter(`The message attribute name '${name}' is invalid.`);
    if (!/^(String|Number|Binary)(\..+)?$/.test(DataType))
      throw invalidParameter(`The type of message attribute '${name}' must be String, Number or Binary.`);
    const value = DataType.startsWith("Binary") ? BinaryValue : StringValue;
    if (value === undefined || value === "")
      throw invalidParameter(`The message attribute '${name}' must contain a non-empty value of its type.`);
    if (DataType.startsWith("Number") && !Number.isFinite(Number(value)))
      throw invalidParameter(`The message attribute '${name}' is not a number.`);
  }
}

/** Refuses a given number that is not whole or lies outside its inclusive range; undefined passes. */
export function checkWholeNumber(given: {
  readonly name: string;
  readonly value: number | undefined;
  readonly range: readonly [least: number, most: number];
}): void {
  const { name, value } = given;
  const [least, most] = given.range;
  if (value === undefined || (Number.isInteger(value) && value >= least && value <= most)) return;
  throw invalidParameter(
    `Value ${value} for parameter ${name} is invalid. Reason: Must be between ${least} and ${most}.`,
  );
}
