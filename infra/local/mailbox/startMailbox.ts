import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { createRequire } from "node:module";
import type mailboxModule from "aws-ses-v2-local";
import type mailStoreModule from "aws-ses-v2-local/dist/store.js";
import { claimPort, loopback, startProblem } from "../gateway/ports.ts";
import { pageHeaders } from "../page.ts";
import { appendMailFile, readMailFile, rewriteMailFile, type StoredMail } from "./mailFile.ts";
import { mailPage } from "./mailPage.ts";

// Required, not imported: Node and the test runner disagree on what a CommonJS default export is.
const require = createRequire(import.meta.url);
const mailbox: typeof mailboxModule = require("aws-ses-v2-local");
const mailStore: typeof mailStoreModule = require("aws-ses-v2-local/dist/store.js");

/** Where the mailbox listens (port 0 takes any), and the file that keeps messages over a restart. */
export type MailboxOptions = { readonly port: number; readonly mailFile?: string | undefined };

/** One e-mail that the service sent, oldest first in lists. `sentAt` is ISO 8601, real time, to the second. */
export type MailboxMessage = {
  readonly messageId: string;
  readonly from: string;
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly bcc: readonly string[];
  readonly subject: string;
  readonly text: string | undefined;
  readonly html: string | undefined;
  readonly sentAt: string;
};

/** A running mailbox: SESv2's SendEmail at `endpoint`, a page to read at `webAddress`. */
export type Mailbox = {
  readonly endpoint: string;
  readonly webAddress: string;
  messages(): Promise<readonly MailboxMessage[]>;
  close(): Promise<void>;
};

const toMessage = (mail: StoredMail): MailboxMessage => ({
  messageId: mail.messageId,
  from: mail.from,
  ...mail.destination,
  subject: mail.subject,
  text: mail.body.text,
  html: mail.body.html,
  sentAt: new Date(mail.at * 1000).toISOString(),
});

const storedMails = (): readonly StoredMail[] => mailStore.getStoreReadonly().emails;

/** Loads the file into the store, and after each request writes what the request added or cleared. */
const keepInFile = (server: Server, file: string): void => {
  rewriteMailFile(file, storedMails());
  let kept = storedMails().length;
  const keep = (): void => {
    const mails = storedMails();
    if (mails.length > kept) appendMailFile(file, mails.slice(kept));
    else if (mails.length < kept) rewriteMailFile(file, mails);
    kept = mails.length;
  };
  server.on("request", (_request, response) => response.once("finish", keep));
};

/** Puts a page of ours before the package's own, which needs a script and shows each letter shut. */
const showOwnPage = (server: Server): void => {
  const theirs = server.listeners("request");
  server.removeAllListeners("request");
  server.on("request", (request: IncomingMessage, response: ServerResponse) => {
    const [path, query] = (request.url ?? "/").split("?");
    if (request.method === "GET" && path === "/") {
      const to = new URLSearchParams(query).get("to");
      response.writeHead(200, pageHeaders).end(mailPage(storedMails().map(toMessage), to === "" ? null : to));
      return;
    }
    for (const listener of theirs) Reflect.apply(listener, server, [request, response]);
  });
};

// The package keeps its messages in a variable of its module, so two mailboxes would share them.
let running = false;

/**
 * Starts a mailbox that takes the place of Amazon SES on this machine. With `mailFile` messages survive a
 * restart; one sent in the last instant before a `kill -9` may be missing from the file.
 */
export const startMailbox = async ({ port, mailFile }: MailboxOptions): Promise<Mailbox> => {
  if (running) throw new Error("One process can run one mailbox.");
  const usedPort = await claimPort({ port, purpose: "mailbox" });
  mailStore.clearStore();
  for (const mail of mailFile === undefined ? [] : readMailFile(mailFile)) mailStore.saveEmail(mail);
  const server = await mailbox.default({ host: loopback, port: usedPort });
  if (!server.listening)
    throw startProblem(`Port ${usedPort}, wanted by the mailbox, was taken while starting: start again.`);
  running = true;
  showOwnPage(server);
  if (mailFile !== undefined) keepInFile(server, mailFile);
  const address = `http://localhost:${usedPort}`;
  return {
    endpoint: address,
    webAddress: `${address}/`,
    messages: async () => storedMails().map(toMessage),
    close: () =>
      new Promise((resolve) => {
        running = false;
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
