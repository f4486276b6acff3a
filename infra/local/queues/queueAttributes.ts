import * as z from "zod";
import { Refusal } from "./errors.ts";
import { largestMessageBytes } from "./messageContent.ts";

/** What can be set on a queue, with SQS's defaults and limits. */
const wholeNumbers = {
  DelaySeconds: { preset: 0, least: 0, most: 900 },
  MaximumMessageSize: { preset: largestMessageBytes, least: 1024, most: largestMessageBytes },
  MessageRetentionPeriod: { preset: 345_600, least: 60, most: 1_209_600 },
  ReceiveMessageWaitTimeSeconds: { preset: 0, least: 0, most: 20 },
  VisibilityTimeout: { preset: 30, least: 0, most: 43_200 },
} as const;
type WholeNumberName = keyof typeof wholeNumbers;

/** Attributes as the protocol carries them: names to strings. */
export const attributeMap = z.record(z.string(), z.string());
export type AttributeMap = z.output<typeof attributeMap>;

const redrivePolicy = z.object({
  deadLetterTargetArn: z.string().min(1),
  maxReceiveCount: z.coerce.number().int().min(1).max(1000),
});
export type RedrivePolicy = z.output<typeof redrivePolicy>;

/** The value in force of a numeric attribute, in its own unit (seconds or bytes). */
export function settingOf(attributes: AttributeMap, name: WholeNumberName): number {
  return Number(attributes[name] ?? wholeNumbers[name].preset);
}

/** The queue's way to its dead-letter queue, or undefined when it has none. */
export function redriveOf(attributes: AttributeMap): RedrivePolicy | undefined {
  const text = attributes["RedrivePolicy"];
  return text === undefined ? undefined : parseRedrive(text);
}

/** All settings in force, defaults included, as GetQueueAttributes tells them. */
export function settingsInForce(attributes: AttributeMap): AttributeMap {
  const presets = Object.entries(wholeNumbers).map(([name, { preset }]) => [name, String(preset)]);
  return { ...Object.fromEntries(presets), ...attributes };
}

/** Checks attributes a client wants to set and returns them in canonical form, so that equals compare equal. */
export function canonicalAttributes(given: AttributeMap): AttributeMap {
  const canonical: AttributeMap = {};
  for (const [name, value] of Object.entries(given)) canonical[name] = canonicalValue(name, value);
  return canonical;
}

function canonicalValue(name: string, value: string): string {
  if (name === "RedrivePolicy") return value === "" ? "" : JSON.stringify(parseRedrive(value));
  if (!isWholeNumberName(name)) throw new Refusal("InvalidAttributeName", `Unknown Attribute ${name}.`);
  const { least, most } = wholeNumbers[name];
  const number = Number(value);
  if (value.trim() === "" || !Number.isInteger(number) || number < least || number > most)
    throw new Refusal("InvalidAttributeValue", `Invalid value for the parameter ${name}.`);
  return String(number);
}

function isWholeNumberName(name: string): name is WholeNumberName {
  return Object.hasOwn(wholeNumbers, name);
}

function parseRedrive(text: string): RedrivePolicy {
  try {
    return redrivePolicy.parse(JSON.parse(text));
  } catch (cause) {
    if (!(cause instanceof SyntaxError || cause instanceof z.ZodError)) throw cause;
    throw new Refusal("InvalidAttributeValue", "Invalid value for the parameter RedrivePolicy.");
  }
}
