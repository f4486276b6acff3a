import * as z from "zod";
import { Refusal, invalidParameter } from "./errors.ts";
import { checkWholeNumber } from "./messageContent.ts";
import { arnOf, operation, queueAt, queueOfArn, urlOf } from "./operation.ts";
import type { QueueHost } from "./operation.ts";
import { attributeMap, canonicalAttributes, redriveOf, settingsInForce } from "./queueAttributes.ts";
import type { AttributeMap } from "./queueAttributes.ts";
import type { Queue } from "./queueRows.ts";

const onQueue = z.object({ QueueUrl: z.string() });

const createQueue = operation(
  z.object({ QueueName: z.string(), Attributes: attributeMap.optional() }),
  ({ QueueName: name, Attributes }, { host }) => {
    if (!/^[\w-]{1,80}$/.test(name))
      throw invalidParameter("A queue name has 1 to 80 letters, digits, hyphens or underscores.");
    const attributes = checkedAttributes(host, Attributes ?? {});
    host.store.durably(() => {
      const known = host.store.queues.find(name);
      if (known === undefined) host.store.queues.insert({ name, attributes, atMs: host.now() });
      else checkSame(known, attributes);
    });
    return { QueueUrl: urlOf(host, name) };
  },
);

function checkSame(known: Queue, attributes: AttributeMap): void {
  const inForce = settingsInForce(known.attributes);
  const differing = Object.keys(attributes).find((name) => attributes[name] !== (inForce[name] ?? ""));
  if (differing === undefined) return;
  throw new Refusal(
    "QueueNameExists",
    `A queue already exists with the same name and a different value for attribute ${differing}`,
  );
}

function checkedAttributes(host: QueueHost, given: AttributeMap): AttributeMap {
  const attributes = canonicalAttributes(given);
  const target = attributes["RedrivePolicy"] ? redriveOf(attributes)?.deadLetterTargetArn : undefined;
  if (target === undefined) return attributes;
  try {
    queueOfArn(host, target);
  } catch (cause) {
    if (!(cause instanceof Refusal)) throw cause;
    throw invalidParameter(
      "Value for parameter RedrivePolicy is invalid. Reason: Dead letter target does not exist.",
    );
  }
  return attributes;
}

const setQueueAttributes = operation(
  onQueue.extend({ Attributes: attributeMap }),
  ({ QueueUrl, Attributes }, { host }) => {
    const changes = checkedAttributes(host, Attributes);
    host.store.durably(() => {
      const queue = queueAt(host, QueueUrl);
      const merged = Object.entries({ ...queue.attributes, ...changes }).filter(([, value]) => value !== "");
      host.store.queues.setAttributes({
        name: queue.name,
        attributes: Object.fromEntries(merged),
        atMs: host.now(),
      });
    });
    return {};
  },
);

const getQueueAttributes = operation(
  onQueue.extend({ AttributeNames: z.array(z.string()).optional() }),
  ({ QueueUrl, AttributeNames = [] }, { host }) => {
    const queue = queueAt(host, QueueUrl);
    const { visible, inFlight, delayed } = host.store.messages.counts(queue.name, host.now());
    const all: AttributeMap = {
      ...settingsInForce(queue.attributes),
      QueueArn: arnOf(queue.name),
      CreatedTimestamp: String(Math.floor(queue.created_at / 1000)),
      LastModifiedTimestamp: String(Math.floor(queue.modified_at / 1000)),
      ApproximateNumberOfMessages: String(visible),
      ApproximateNumberOfMessagesNotVisible: String(inFlight),
      ApproximateNumberOfMessagesDelayed: String(delayed),
    };
    const wanted = AttributeNames.includes("All")
      ? Object.entries(all)
      : Object.entries(all).filter(([name]) => AttributeNames.includes(name));
    return wanted.length === 0 ? {} : { Attributes: Object.fromEntries(wanted) };
  },
);

const getQueueUrl = operation(z.object({ QueueName: z.string() }), ({ QueueName }, { host }) => ({
  QueueUrl: urlOf(host, queueAt(host, QueueName).name),
}));

const listQueues = operation(
  z.object({
    QueueNamePrefix: z.string().optional(),
    MaxResults: z.number().optional(),
    NextToken: z.string().optional(),
  }),
  ({ QueueNamePrefix = "", MaxResults, NextToken }, { host }) => {
    checkWholeNumber({ name: "MaxResults", value: MaxResults, range: [1, 1000] });
    const after = NextToken === undefined ? "" : Buffer.from(NextToken, "base64url").toString();
    const names = host.store.queues.all().map(({ name }) => name);
    const rest = names.filter((name) => name.startsWith(QueueNamePrefix) && name > after);
    const page = rest.slice(0, MaxResults ?? 1000);
    const last = page.at(-1);
    const more = MaxResults !== undefined && rest.length > page.length && last !== undefined;
    return {
      ...(page.length > 0 && { QueueUrls: page.map((name) => urlOf(host, name)) }),
      ...(more && { NextToken: Buffer.from(last).toString("base64url") }),
    };
  },
);

const deleteQueue = operation(onQueue, ({ QueueUrl }, { host }) => {
  host.store.durably(() => {
    const { name } = queueAt(host, QueueUrl);
    host.store.messages.purge(name);
    host.store.queues.remove(name);
  });
  return {};
});

const purgeQueue = operation(onQueue, ({ QueueUrl }, { host }) => {
  host.store.durably(() => host.store.messages.purge(queueAt(host, QueueUrl).name));
  return {};
});

/** The operations on queues as a whole, by their name in the protocol. */
export const queueOperations = {
  CreateQueue: createQueue,
  DeleteQueue: deleteQueue,
  GetQueueAttributes: getQueueAttributes,
  GetQueueUrl: getQueueUrl,
  ListQueues: listQueues,
  PurgeQueue: purgeQueue,
  SetQueueAttributes: setQueueAttributes,
};
