import type { CalendarSource } from "../../shared/domain/calendar/calendarInForce.ts";
import { pageOf, pages } from "../../shared/contract/pages.ts";
import type { DomainEvent } from "../../shared/domain/events.ts";
import type { Letter } from "../../shared/runtime/world.ts";
import { letters, type NotifiedEvent } from "./letters.ts";
import type { Matter } from "./letter.ts";
import { longDate, oneLine, subjectLine } from "./wording.ts";

/** An event of a type that people are written to about. */
export type NotifiableEvent = Omit<DomainEvent, "type"> & { readonly type: NotifiedEvent };

interface From {
  readonly partnershipName: string;
  /** The base of every link. */
  readonly publicAddress: string;
  /** Why the broker receives another's letter, null where each gets their own. */
  readonly standingIn: string | null;
}

/** Where to look after events that are about several things at once, or about one that is not there. */
const lists: Partial<Record<NotifiedEvent, string>> = {
  "register-previewed": "/register-previews",
  "register-not-fetched": "/register-imports",
  "bank-holidays-asked": "/tasks",
};

/** Events of work whose letters lead to what came of it. */
const aboutOutcomes: readonly NotifiedEvent[] = ["outcome-recorded", "outcome-corrected"];

/** Which address of the API answers what an event is about: a letter leads to its page, if it has one. */
export function linkPath({ type, subject }: Pick<NotifiableEvent, "type" | "subject">): string {
  const { requestId, offerId, deploymentId, followUpId, runId, personId, uploadId, importId } = subject;
  if (requestId) {
    const request = `/requests/${requestId}`;
    if (followUpId) return `${request}/follow-ups/${followUpId}`;
    if (offerId && deploymentId) return `${request}/deployments/${deploymentId}/contacts`;
    if (offerId) return `${request}/offers/${offerId}`;
    if (aboutOutcomes.includes(type)) return `${request}/outcomes`;
    return deploymentId ? `${request}/deployments/${deploymentId}` : request;
  }
  if (runId) return `/match-runs/${runId}`;
  if (uploadId) return `/register-uploads/${uploadId}`;
  if (importId) return `/register-imports/${importId}`;
  return personId ? `/people/${personId}` : (lists[type] ?? "/");
}

/** Why a deadline may fall on another day than this school's own term dates would give. */
const countedBy: Readonly<Record<CalendarSource, string | null>> = {
  school: null,
  authority: "Your school has given no term dates of its own, so that its authority's were used.",
  default: "Nobody has given your school's term dates, so that the usual three terms were assumed.",
};

/** The letter about an event: what happened, what to do next, until when, and where. */
export function compose(event: NotifiableEvent, matter: Matter, from: From): Omit<Letter, "to"> {
  const schoolName = oneLine(matter.schoolName);
  const partnershipName = oneLine(from.partnershipName);
  const { subject, happened, next } = letters[event.type]({ ...matter, schoolName });
  const deadline = matter.answerBy && `Please answer by the end of ${longDate(matter.answerBy)}.`;
  const counted = matter.answerByCalendar && countedBy[matter.answerByCalendar];
  const link = `${from.publicAddress.replace(/\/+$/, "")}${pageOf(linkPath(event)) ?? pages.home.path}`;
  const paragraphs = [
    from.standingIn && oneLine(from.standingIn),
    "Dear colleague,",
    happened,
    next,
    deadline && [deadline, counted].filter((each) => each).join(" "),
    link,
    `${partnershipName}\nIf you ask us about this letter, please quote ${event.subject.requestId ?? event.eventId}`,
  ];
  return {
    subject: subjectLine(subject),
    text: `${paragraphs.filter((each) => each).join("\n\n")}\n`,
  };
}
