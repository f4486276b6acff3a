import type { Compose, Matter } from "./letter.ts";

const closedAs: Readonly<Record<NonNullable<Matter["closedAs"]>, string>> = {
  met: "every agreed objective got better",
  "part-met": "some of the agreed objectives got better",
  unmet: "none of the agreed objectives got better",
  withdrawn: "it was withdrawn",
};

/** A request that is not closed as withdrawn has given up only the places that nobody had agreed to fill. */
const whatWasWithdrawn = ({ schoolName, closedAs: as }: Matter) =>
  as === "withdrawn"
    ? {
        subject: `A request for support was withdrawn: ${schoolName}`,
        happened: `The request for support of ${schoolName} was withdrawn.`,
      }
    : {
        subject: `Open places were given up: ${schoolName}`,
        happened:
          `Places on the request for support of ${schoolName} that nobody had agreed to fill were given up. ` +
          "What is agreed already stays agreed, and what was done is still reviewed.",
      };

const othersEnded = "Offers that were still open for it have ended. There is nothing that you need to do.";
const afterWithdrawal: Readonly<Record<Matter["audience"], string>> = {
  practitioner: "The offer made to you for it has ended, and any days held for it are free again. Thank you.",
  "home-school":
    "The offer to your colleague for it has ended, and any days held for it are free again. Thank you.",
  broker: othersEnded,
  "supported-school": othersEnded,
};

/** Letters about requests, match runs, people and the register. */
export const requestLetters = {
  "request-needs-broker": ({ audience, schoolName }) =>
    audience === "broker"
      ? {
          subject: `A request from ${schoolName} needs you`,
          happened: `${schoolName} asked for support, and triage found something that a person should look at.`,
          next: "Please check what triage found, correct it where needed, and open the request, or hand it back.",
        }
      : {
          subject: "Your request for support has arrived",
          happened: "Your request for support has arrived. The broker reads it before people are looked for.",
          next: "There is nothing that you need to do now. We write to you when it is open, or comes back to be changed.",
        },
  "request-opened": () => ({
    subject: "Your request for support is open",
    happened: "Your request for support has been read and is open. Each night we look for people.",
    next: "There is nothing that you need to do now. We write to you when somebody is found.",
  }),
  "request-returned": ({ audience, schoolName }) =>
    audience === "broker"
      ? {
          subject: `A request was taken back to be changed: ${schoolName}`,
          happened: `The request for support of ${schoolName} is a draft again: its author is changing it.`,
          next: "There is nothing that you need to do until it is sent again.",
        }
      : {
          subject: "Your request for support came back to be changed",
          happened:
            "The broker read your request for support and asks you to change something. It is a draft again.",
          next: "Please read what the broker asks, change the draft and send it again. Nobody is looked for until then.",
        },
  "request-withdrawn": (matter) => ({ ...whatWasWithdrawn(matter), next: afterWithdrawal[matter.audience] }),
  "run-published": () => ({
    subject: "New proposals are ready",
    happened: "A match run has finished. Its proposals are ready, each with its reasons.",
    next: "Please look at them and confirm, swap or exclude. Nobody is told of a proposal before you confirm it.",
  }),
  "run-failed": () => ({
    subject: "A match run did not finish",
    happened: "A match run failed and published nothing. Earlier proposals still stand.",
    next: "Please open the run to see why, and start another. Open requests stay open meanwhile.",
  }),
  "request-closed": ({ schoolName, closedAs: as }) => ({
    subject: `A request for support is closed: ${schoolName}`,
    happened: `The request for support of ${schoolName} is closed${as ? `: ${closedAs[as]}` : ""}.`,
    next: "Where an outcome was recorded, the school is asked in one and in three terms whether it lasted. Thank you.",
  }),
  "follow-up-due": ({ schoolName }) => ({
    subject: "Did it last? A short question about the support you had",
    happened: `Some time ago an outcome of the support at ${schoolName} was recorded.`,
    next: "Please say in a few words whether what changed has lasted. No change is as useful to know as a gain.",
  }),
  "follow-up-chased": ({ schoolName }) => ({
    subject: "Your answer is still awaited: did it last?",
    happened: `You were asked whether an outcome of the support at ${schoolName} has lasted, and your answer has not come yet.`,
    next: "Please say so in a few words. It is due within ten working days of the question. This is the only reminder.",
  }),
  "follow-up-unanswered": ({ schoolName }) => ({
    subject: `Nobody has said whether it lasted: ${schoolName}`,
    happened: `${schoolName} was asked whether an outcome of its support has lasted, was reminded, and has not answered.`,
    next: "Please ask the school, and answer in its place if need be. It is among your tasks until the answer comes or you waive it.",
  }),
  "claim-endorsed": () => ({
    subject: "A claim of expertise of yours was endorsed",
    happened: "A claim of expertise in your profile has been endorsed for your school.",
    next: "There is nothing that you need to do. Please keep the year in which you last practised up to date.",
  }),
  "endorsement-withdrawn": () => ({
    subject: "A claim of expertise of yours is no longer endorsed",
    happened: "The endorsement of a claim of expertise in your profile was taken back for your school.",
    next: "Please speak with your head. The claim stays in your profile, and brokers see that nobody vouches for it.",
  }),
  "endorsement-declined": () => ({
    subject: "A claim of expertise of yours was not endorsed",
    happened:
      "A claim of expertise in your profile was looked at for your school and not endorsed, with a reason.",
    next:
      "Please read the reason in your profile, and speak with your head. Once you change the claim, it is for them to look " +
      "at anew. Until then it stays in your profile, and brokers see that nobody vouches for it.",
  }),
  "claims-to-renew": () => ({
    subject: "Do your claims of expertise still hold?",
    happened: "It is a year since you last confirmed what your profile says that you can do.",
    next: "Please send your claims again with the years in which you last practised, and leave out what no longer holds.",
  }),
  "practitioner-joined": () => ({
    subject: "A practitioner has joined your school",
    happened:
      "A practitioner of the partnership works at your school now. What their former school vouched for has ended.",
    next:
      "Please look at what they say that they can do, and endorse each claim that you can vouch for. " +
      "Please send the broker your letter of assurance too: nothing is offered to them without one.",
  }),
  "register-previewed": () => ({
    subject: "A new register waits for your word",
    happened: "A register file came and was compared with the register in force. Nothing has changed yet.",
    next: "Please look at what it would change, and put it in force if that is right.",
  }),
  "bank-holidays-asked": () => ({
    subject: "Please confirm next year's bank holidays",
    happened:
      "Bank holidays are computed for every year, without any that is proclaimed. Nobody has confirmed those of the next academic year yet.",
    next: "Please import the official list of England's bank holidays as the partnership's calendar, or write it without closed days. It is among your tasks until then.",
  }),
  "register-not-fetched": ({ registerKinds }) => ({
    subject: "A register file could not be fetched",
    happened:
      `This morning a register file could not be had, or was refused: ${registerKinds.join(", ")}. ` +
      "The last good register stays in force.",
    next: "If this lasts, please send the file yourself, or ask whoever runs the service: the log says why.",
  }),
  "register-upload-refused": () => ({
    subject: "A register file that was uploaded was refused",
    happened:
      "A register file that you uploaded was read and refused. The last good register stays in force.",
    next: "Please see why at the address below, and send the file again once that is mended.",
  }),
  "register-rolled-back": () => ({
    subject: "A register import was rolled back",
    happened: "The latest register import was rolled back: the register before it is in force again.",
    next: "Please see what led to it before you import the next file.",
  }),
  "register-imported": () => ({
    subject: "A new register of schools is in force",
    happened: "A register file was imported, and its schools are the ones now in force.",
    next: "Please look through schools that were added, changed or are absent, and at the tasks that it raised.",
  }),
} as const satisfies Record<string, Compose>;
