/** A message as SQS hands it to a function. */
export const queueRecord = (body: string) => ({
  messageId: "1",
  receiptHandle: "1",
  body,
  attributes: {
    ApproximateReceiveCount: "1",
    SentTimestamp: "0",
    SenderId: "",
    ApproximateFirstReceiveTimestamp: "0",
  },
  messageAttributes: {},
  md5OfBody: "",
  eventSource: "aws:sqs",
  eventSourceARN: "",
  awsRegion: "eu-west-2",
});
