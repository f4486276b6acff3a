import { appendFileSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { SESv2Client, SendEmailCommand } from "@aws-sdk/client-sesv2";
import { afterEach, describe, expect, it } from "vitest";
import { listen } from "../gateway/ports.ts";
import { type Mailbox, type MailboxOptions, startMailbox } from "./startMailbox.ts";

const cleanUp: (() => unknown)[] = [];
afterEach(async () => {
  for (const step of cleanUp.splice(0).toReversed()) await step();
});

const start = async (options: MailboxOptions): Promise<Mailbox> => {
  const mailbox = await startMailbox(options);
  cleanUp.push(() => mailbox.close());
  return mailbox;
};
const newFile = (): string => {
  const folder = mkdtempSync(join(tmpdir(), "mailbox-test-"));
  cleanUp.push(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, "mail", "messages.jsonl");
};
const send = async ({ endpoint }: Mailbox, subject: string): Promise<string | undefined> => {
  const credentials = { accessKeyId: "local", secretAccessKey: "local" };
  const client = new SESv2Client({ endpoint, region: "eu-west-2", credentials });
  const sent = await client.send(
    new SendEmailCommand({
      FromEmailAddress: "broker@partnership.example",
      Destination: { ToAddresses: ["practitioner-12@school.example"] },
      Content: { Simple: { Subject: { Data: subject }, Body: { Text: { Data: "Café: an offer" } } } },
    }),
  );
  return sent.MessageId;
};

describe("the mailbox", () => {
  it("takes an e-mail from the SDK and lists it, readable in the browser", async () => {
    const mailbox = await start({ port: 0 });
    const messageId = await send(mailbox, "An offer");
    expect(await mailbox.messages()).toEqual([
      {
        messageId,
        from: "broker@partnership.example",
        to: ["practitioner-12@school.example"],
        cc: [],
        bcc: [],
        subject: "An offer",
        text: "Café: an offer",
        html: undefined,
        sentAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.000Z$/),
      },
    ]);
    const page = await fetch(mailbox.webAddress);
    expect(page.headers.get("content-type")).toContain("text/html");
    expect(await page.text()).toContain("Café: an offer");
  });

  it("keeps its messages over a restart, but not those cleared, nor a line cut short", async () => {
    const mailFile = newFile();
    const first = await startMailbox({ port: 0, mailFile });
    await send(first, "cleared");
    await fetch(`${first.endpoint}/clear-store`, { method: "POST" });
    await send(first, "kept 1");
    await send(first, "kept 2");
    await first.close();
    appendFileSync(mailFile, '{"messageId":"cut sho');
    const second = await start({ port: 0, mailFile });
    await send(second, "later");
    const subjects = (await second.messages()).map(({ subject }) => subject);
    expect(subjects).toEqual(["kept 1", "kept 2", "later"]);
  });

  it("starts empty where no file is named", async () => {
    expect(await (await start({ port: 0 })).messages()).toEqual([]);
  });

  it("is one per process, because its messages are", async () => {
    await start({ port: 0 });
    await expect(startMailbox({ port: 0 })).rejects.toThrow("One process can run one mailbox.");
  });

  it("says in one line that its port is in use, and can be started again elsewhere", async () => {
    const taken = createServer();
    const port = await listen(taken, { port: 0, purpose: "test" });
    cleanUp.push(() => taken.close());
    await expect(startMailbox({ port })).rejects.toThrow(
      `Port ${port}, wanted by the mailbox, is already in use`,
    );
    await start({ port: 0 });
  });
});
