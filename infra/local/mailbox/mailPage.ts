import { escapeHtml } from "../../../web/html.ts";
import { pageOf } from "../page.ts";
import type { MailboxMessage } from "./startMailbox.ts";

const style = `
  label { display: block; font-weight: 700; }
  select, button { font: inherit; min-height: 2.75rem; max-width: 100%; }
  details { border-bottom: 1px solid #b1b4b6; padding: 0.5rem 0; }
  summary { cursor: pointer; overflow-wrap: anywhere; }
  summary span { display: block; color: #3b4245; font-size: 1rem; }
  pre { white-space: pre-wrap; overflow-wrap: anywhere; font: inherit; background: #f3f5f8; padding: 1rem; margin: 0.5rem 0; }
  :focus-visible { outline: 3px solid #ffbf00; box-shadow: 0 0 0 6px #0b0c0c; }
`;

const option = (chosen: string | null) => (address: string) =>
  `<option${address === chosen ? " selected" : ""}>${escapeHtml(address)}</option>`;

const letter = (index: number, { to, subject, text, sentAt }: MailboxMessage): string =>
  `<details${index === 0 ? " open" : ""}><summary><strong>${escapeHtml(subject)}</strong>` +
  `<span>to ${escapeHtml(to.join(", "))}, <time datetime="${sentAt}">${sentAt.slice(0, 16).replace("T", " ")} UTC</time></span>` +
  `</summary><pre>${escapeHtml(text ?? "This letter has no text.")}</pre></details>`;

/** As many letters as one page shows; who looks for older ones chooses whom they were sent to. */
const shownAtMost = 200;

const told = (all: number, shown: number): string =>
  all === shown
    ? `${all} ${all === 1 ? "letter" : "letters"}, the newest first.`
    : `The newest ${shown} of ${all} letters.`;

/** The mailbox to read: the newest letter first and open, all of them or those to one address. It needs no script. */
export function mailPage(messages: readonly MailboxMessage[], chosen: string | null): string {
  const addresses = [...new Set(messages.flatMap(({ to }) => to))].toSorted();
  const letters = messages.filter(({ to }) => chosen === null || to.includes(chosen)).toReversed();
  const shown = letters.slice(0, shownAtMost);
  const list =
    letters.length === 0
      ? "<p>No letter yet. The service writes when somebody has something to do: send a request, or confirm a proposal.</p>"
      : `<p>${told(letters.length, shown.length)}</p>\n${shown.map((each, index) => letter(index, each)).join("\n")}`;
  const title = chosen === null ? "Mailbox" : `Letters to ${chosen}`;
  const body = `<h1>Mailbox</h1>
<p>Every letter that the service sent. None has left this machine.</p>
<form method="get" action="/">
<label for="to">Letters to</label>
<select id="to" name="to"><option value="">everybody</option>${addresses.map(option(chosen)).join("")}</select>
<button type="submit">Show</button>
</form>
${list}`;
  return pageOf({ title, style, body });
}
