import type { Compose, Matter, Work } from "./letters.ts";
import { longDate } from "./wording.ts";

const describe = ({ days, from, to, mode }: Work): string =>
  `${days} ${days === 1 ? "day" : "days"}, ${mode}, between ${longDate(from)} and ${longDate(to)}`;

const asked = ({ work }: Matter): string => (work ? `: ${describe(work)}` : "");

/** Letters about offers. A school never learns from one why somebody said no. */
export const offerLetters = {
  "offer-sent": (matter) => ({
    subject: `You are asked to support ${matter.schoolName}`,
    happened: `You are asked to support ${matter.schoolName}${asked(matter)}.`,
    next: "Please read why you were proposed, then accept, decline or suggest other terms. You may say no.",
  }),
  "offer-accepted": ({ schoolName }) => ({
    subject: `An offer was accepted: ${schoolName}`,
    happened: `The practitioner accepted the offer to support ${schoolName}; a place and the days are held.`,
    next: "The next party is asked now. There is nothing that you need to do.",
  }),
  "release-asked": (matter) => ({
    subject: `Will you release a colleague to support ${matter.schoolName}?`,
    happened: `A colleague at your school has accepted to support ${matter.schoolName}${asked(matter)}.`,
    next: "Please say whether you release them. You see the dates and the payment for cover before you decide.",
  }),
  "agreement-asked": (matter) => ({
    subject: "Somebody can come: please agree objectives and days",
    happened: `A practitioner has been found for your request for support${asked(matter)}.`,
    next: "Please agree the objectives and the days, or suggest other terms.",
  }),
  "offer-agreed": (matter) => ({
    subject: `The support for ${matter.schoolName} is agreed`,
    happened: `All three parties have agreed the support for ${matter.schoolName}${asked(matter)}.`,
    next:
      matter.audience === "practitioner"
        ? "Please get in touch with the school within seven days to plan the first visit."
        : "The practitioner gets in touch with the school within seven days to plan the first visit.",
  }),
  "offer-declined": ({ audience, schoolName }) => ({
    subject: `An offer will not go ahead: ${schoolName}`,
    happened: `An offer of support for ${schoolName} will not go ahead.`,
    next:
      audience === "practitioner"
        ? "Days that were held for it are free again. There is nothing that you need to do. Thank you."
        : "The next match run looks for somebody else.",
  }),
  "offer-countered": ({ schoolName }) => ({
    subject: `Other terms were suggested: ${schoolName}`,
    happened: `A party to the offer for ${schoolName} suggested other days, dates or another way of working.`,
    next: "Please take the terms, and everybody is asked again, or withdraw the offer.",
  }),
  "counter-settled": (matter) => ({
    subject: `The terms of an offer have changed: ${matter.schoolName}`,
    happened: `The broker has taken the terms that were suggested for ${matter.schoolName}${asked(matter)}.`,
    next: "Everybody is asked again, one after the other. You are written to when it is your turn.",
  }),
  "offer-expired": ({ audience, schoolName }) => ({
    subject: `An offer has run out: ${schoolName}`,
    happened: `An offer of support for ${schoolName} was not answered in time and has ended.`,
    next:
      audience === "practitioner"
        ? "Days that were held for it are free again. There is nothing that you need to do."
        : "The next match run looks again. There is nothing that you need to do.",
  }),
  "offer-withdrawn": ({ audience, schoolName }) => ({
    subject: `An offer was withdrawn: ${schoolName}`,
    happened: `The broker has withdrawn an offer of support for ${schoolName}.`,
    next:
      audience === "practitioner"
        ? "Days that were held for it are free again. There is nothing that you need to do. Thank you."
        : "There is nothing that you need to do. The broker can tell you more.",
  }),
  "offer-superseded": ({ schoolName }) => ({
    subject: `The places at ${schoolName} have been taken`,
    happened: `Others accepted first, and every place to support ${schoolName} has been taken.`,
    next: "The offer made to you has ended. There is nothing that you need to do. Thank you for being ready.",
  }),
} as const satisfies Record<string, Compose>;
