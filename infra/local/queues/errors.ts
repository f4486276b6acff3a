const querySpace = "AWS.SimpleQueueService";

/** Each refusal of the SQS protocol, with the code that query-era clients know it by. */
const queryCodes = {
  BatchEntryIdsNotDistinct: `${querySpace}.BatchEntryIdsNotDistinct`,
  BatchRequestTooLong: `${querySpace}.BatchRequestTooLong`,
  EmptyBatchRequest: `${querySpace}.EmptyBatchRequest`,
  InvalidAttributeName: "InvalidAttributeName",
  InvalidAttributeValue: "InvalidAttributeValue",
  InvalidBatchEntryId: `${querySpace}.InvalidBatchEntryId`,
  InvalidMessageContents: "InvalidMessageContents",
  InvalidParameterValue: "InvalidParameterValue",
  MessageNotInflight: `${querySpace}.MessageNotInflight`,
  MissingParameter: "MissingParameter",
  QueueDoesNotExist: `${querySpace}.NonExistentQueue`,
  QueueNameExists: "QueueAlreadyExists",
  ReceiptHandleIsInvalid: "ReceiptHandleIsInvalid",
  ResourceNotFoundException: "ResourceNotFoundException",
  SerializationException: "SerializationException",
  TooManyEntriesInBatchRequest: `${querySpace}.TooManyEntriesInBatchRequest`,
  UnsupportedOperation: `${querySpace}.UnsupportedOperation`,
} as const;

export type RefusalCode = keyof typeof queryCodes;

/**
 * A request the protocol turns down, told to the client as the SDK's typed exception of the same name.
 * Thrown rather than returned so that a transaction it leaves is rolled back.
 */
export class Refusal extends Error {
  readonly code: RefusalCode;

  constructor(code: RefusalCode, message: string) {
    super(message);
    this.name = code;
    this.code = code;
  }

  get queryCode(): string {
    return queryCodes[this.code];
  }
}

/** Shorthand for the refusal that SQS gives most: a parameter whose value is out of range or malformed. */
export function invalidParameter(reason: string): Refusal {
  return new Refusal("InvalidParameterValue", reason);
}
