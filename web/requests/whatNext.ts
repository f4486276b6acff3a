import { counted } from "../../shared/domain/counted.ts";
import type { OfferState } from "../../shared/domain/offers/offer.ts";
import { html, type Shown } from "../html.ts";
import { longDate } from "../words.ts";
import { codeInWords } from "../terms.ts";
import type { Request } from "./draftBody.ts";

const warnings: Readonly<Record<NonNullable<Request["triage"]>["warnings"][number], string>> = {
  "personal-data": "It may name a person.",
  "safeguarding-content": "It may speak of a child's safety.",
  "school-proposed-to-close": "The school is proposed to close.",
  "window-begins-soon": "It begins soon.",
  "too-few-open-days": "Its dates have few days on which the school is open.",
};

interface Reader {
  readonly isBroker: boolean;
  /** The open offers that they may know of. */
  readonly offers: readonly { readonly state: OfferState }[];
}

/** What comes next of a request while people are looked for: an accepted offer holds its place, others are asked for one. */
function whileOpen(
  { slotsOpen, people, daysSought }: Request,
  { isBroker, offers }: Reader,
): readonly Shown[] {
  const missing = slotsOpen - offers.filter(({ state }) => state !== "accepted").length;
  return [
    daysSought !== undefined &&
      slotsOpen > 0 &&
      `Work on it was handed over before all of it was done: somebody else is looked for, for what is left of it: ${counted(daysSought, "day")}.`,
    slotsOpen < people && `${people - slotsOpen} of ${counted(people, "place")} taken.`,
    offers.length > 0 &&
      `${counted(offers.length, "offer")} under way: whose answer is awaited stands below.`,
    missing < 1
      ? "Nobody else is looked for, unless somebody says no."
      : `It is open: each night we look for ${counted(missing, "person", "people")}.`,
    missing > 0 &&
      (isBroker
        ? html`You need not wait for the night: <a href="/pages/match-runs">start a match run now</a>.`
        : "We write to you when somebody can come."),
  ].filter((each) => each !== false);
}

/** Where a request stands and what comes next, as the broker or anybody else is told it. */
export function whatNext(request: Request, reader: Reader): readonly Shown[] {
  const { state, returned, closure } = request;
  switch (state) {
    case "draft":
      return returned
        ? [
            `${returned.by === "author" ? "It was taken back" : "It came back"} to be changed: ${returned.message}`,
            "Change it and send it again. Nobody is looked for until then.",
          ]
        : ["This is a draft. Look it over and send it. Nobody is asked until then."];
    case "submitted":
      return ["It has been sent. It is read within minutes, and then looked at by the broker or opened."];
    case "triaged":
      return [
        reader.isBroker
          ? "It waits for you. Open it, so that people are looked for, or hand it back to be changed."
          : "The broker looks at it before people are looked for. We write to you when it is open, or comes back.",
      ];
    case "open":
      return whileOpen(request, reader);
    case "agreed":
      return ["All places are taken."];
    case "in-delivery":
      return ["The work is under way."];
    case "review":
      return ["The work has ended: each side says what it was worth."];
    case "closed":
      return [
        `It was closed${closure ? ` on ${longDate(closure.on)}` : ""}. There is nothing that you need to do.`,
      ];
  }
}

/** What triage made of a request, in sentences. */
export function whatTriageFound({ triage }: Request): readonly string[] {
  if (!triage) return [];
  const [best, ...others] = triage.suggestions.map(({ code }) => codeInWords(code));
  return [
    ...(best === undefined
      ? []
      : [`By its words it is about ${[best, ...others.slice(0, 2)].join(", or ")}.`]),
    ...triage.warnings.map((each) => warnings[each]),
    ...(triage.duplicates.length > 0 ? ["A request like it was made before."] : []),
  ];
}
