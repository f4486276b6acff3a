import { describe, expect, it } from "vitest";
import { mailPage } from "./mailPage.ts";
import type { MailboxMessage } from "./startMailbox.ts";

const letterTo = (to: string, subject: string): MailboxMessage => ({
  messageId: subject,
  from: "broker@partnership.example",
  to: [to],
  cc: [],
  bcc: [],
  subject,
  text: `Dear colleague: ${subject}`,
  html: undefined,
  sentAt: "2026-11-26T08:35:58.000Z",
});
const count = (page: string, what: RegExp): number => [...page.matchAll(what)].length;

describe("the page of the mailbox", () => {
  it("shows the newest letter first and open, and all as text", () => {
    const page = mailPage([letterTo("a@x.example", "First"), letterTo("b@x.example", "<b>Next</b>")], null);
    expect(page.indexOf("Next")).toBeLessThan(page.indexOf("First"));
    expect([count(page, /<details/g), count(page, /<details open/g)]).toEqual([2, 1]);
    expect(page).toContain("&lt;b&gt;Next&lt;/b&gt;");
    expect(page).not.toMatch(/<b>|<script/);
  });

  it("shows the letters to one address where it is chosen, however it is written", () => {
    const messages = [letterTo("a@x.example", "First"), letterTo("b@x.example", "Next")];
    expect(mailPage(messages, "a@x.example")).toContain("1 letter,");
    expect(mailPage(messages, "a@x.example")).toContain("<option selected>a@x.example</option>");
    expect(mailPage(messages, '"><script>')).not.toContain("<script");
  });

  it("says what to do where there is none yet, and how many it leaves out", () => {
    expect(mailPage([], null)).toContain("No letter yet");
    const many = Array.from({ length: 201 }, (_, at) => letterTo("a@x.example", `Letter ${at}`));
    expect(mailPage(many, null)).toContain("The newest 200 of 201 letters.");
  });
});
