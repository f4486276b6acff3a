import type { Compose, Matter, Work } from "./letter.ts";
import type { ConsentParty } from "../../shared/domain/partnership.ts";
import { longDate } from "./wording.ts";

const describe = ({ days, from, to, mode }: Work): string =>
  `${days} ${days === 1 ? "day" : "days"}, ${mode}, between ${longDate(from)} and ${longDate(to)}`;

const asked = ({ work }: Matter): string => (work ? `: ${describe(work)}` : "");

const askedNow: Readonly<Record<ConsentParty, string>> = {
  practitioner: "The practitioner is asked now.",
  "home-head": "The head of the practitioner's school is asked now.",
  "receiving-head": "The head of the school that asked for support is asked now.",
};

/** How far the practitioner's school has come, in the order of consents that the partnership chose. */
function colleague({ accepted, schoolName }: Matter): string {
  return accepted.includes("practitioner")
    ? `A colleague at your school has accepted to support ${schoolName}`
    : `A colleague at your school is proposed to support ${schoolName} and has not said yes yet`;
}

function found({ accepted }: Matter): string {
  if (!accepted.includes("practitioner"))
    return "A practitioner is proposed for your request for support and has not said yes yet";
  return accepted.includes("home-head")
    ? "A practitioner has accepted your request for support, and their school releases them"
    : "A practitioner has accepted your request for support; their school has not released them yet";
}

const canCome = ({ accepted }: Matter): boolean =>
  accepted.includes("practitioner") && accepted.includes("home-head");

const ready = "There is nothing that you need to do. Thank you for being ready.";
const freeAgain = "Any days that were held for it are free again. There is nothing that you need to do.";

/** What there is to do for a party whose offer has ended: nothing. */
const afterEnd = (audience: Matter["audience"], others: string): string => {
  if (audience === "practitioner") return `${freeAgain} Thank you.`;
  return audience === "home-school"
    ? "Your colleague's days that were held for it are free again. There is nothing that you need to do."
    : others;
};

/** Letters about offers. A school never learns from one why somebody said no. */
export const offerLetters = {
  "offer-sent": (matter) => ({
    subject: `You are asked to support ${matter.schoolName}`,
    happened: `You are asked to support ${matter.schoolName}${asked(matter)}.`,
    next: "Please read why you were proposed, then accept, decline or suggest other terms. You may say no.",
  }),
  "offer-accepted": ({ schoolName, awaited }) => ({
    subject: `An offer was accepted: ${schoolName}`,
    happened: `The practitioner accepted the offer to support ${schoolName}; a place and the days are held.`,
    next: awaited
      ? `${askedNow[awaited]} There is nothing that you need to do.`
      : "Please see how the offer stands. Nobody else is asked now.",
  }),
  "release-asked": (matter) => ({
    subject: `Will you release a colleague to support ${matter.schoolName}?`,
    happened: `${colleague(matter)}${asked(matter)}.`,
    next: "Please say whether you release them. The page below says the days, the dates, the way of working and what your school is paid.",
  }),
  "agreement-asked": (matter) => ({
    subject: canCome(matter)
      ? "Somebody can come: please agree objectives and days"
      : "Please agree objectives and days",
    happened: `${found(matter)}${asked(matter)}.`,
    next: "Please agree the objectives and the days, or suggest other terms. The page below says who would come, and what it costs.",
  }),
  "offer-agreed": (matter) => ({
    subject: `The support for ${matter.schoolName} is agreed`,
    happened: `All three parties have agreed the support for ${matter.schoolName}${asked(matter)}.`,
    next:
      matter.audience === "practitioner"
        ? "Please get in touch with the school within five working days to plan the first visit. Its address stands here:"
        : "The practitioner gets in touch with the school within five working days to plan the first visit. Names and addresses stand here:",
  }),
  "offer-declined": ({ audience, schoolName }) => ({
    subject: `An offer will not go ahead: ${schoolName}`,
    happened: `An offer of support for ${schoolName} will not go ahead.`,
    next: afterEnd(audience, "While the request is open, we look for somebody else each night."),
  }),
  "offer-countered": ({ schoolName }) => ({
    subject: `Other terms were suggested: ${schoolName}`,
    happened: `A party to the offer for ${schoolName} suggested other days, dates or another way of working.`,
    next: "Please take the terms, and the other parties are asked about them, or end the offer.",
  }),
  "counter-settled": (matter) => ({
    subject: `The terms of an offer have changed: ${matter.schoolName}`,
    happened: `The broker has taken the terms that were suggested for ${matter.schoolName}${asked(matter)}.`,
    next: "Those who did not suggest them are asked one after the other, and written to in their turn.",
  }),
  "offer-chased": ({ schoolName }) => ({
    subject: `Your answer is still awaited: ${schoolName}`,
    happened: `You were asked about support for ${schoolName}, and your answer has not come yet.`,
    next: "Please answer, or suggest other terms. You may say no; without an answer the offer ends. This is the only reminder.",
  }),
  "offer-expired": ({ audience, schoolName }) => ({
    subject: `An offer has run out: ${schoolName}`,
    happened: `An offer of support for ${schoolName} was not answered in time and has ended.`,
    next: afterEnd(audience, "While the request is open, we look again each night."),
  }),
  "offer-withdrawn": ({ audience, schoolName }) => ({
    subject: `An offer was withdrawn: ${schoolName}`,
    happened: `The broker has withdrawn an offer of support for ${schoolName}.`,
    next: afterEnd(audience, "There is nothing that you need to do. The broker can tell you more."),
  }),
  "offer-superseded": ({ audience, schoolName }) => ({
    subject: `The places at ${schoolName} have been taken`,
    happened: `Others accepted first, and every place to support ${schoolName} has been taken.`,
    next: `The offer ${audience === "home-school" ? "to your colleague" : "made to you"} has ended. ${ready}`,
  }),
} as const satisfies Record<string, Compose>;
