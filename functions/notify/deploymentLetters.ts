import type { Compose } from "./letter.ts";

/** Letters about the work itself and what came of it. */
export const deploymentLetters = {
  "visit-submitted": () => ({
    subject: "A record of visit waits for your word",
    happened: "The practitioner who supports your school has sent you the record of a visit.",
    next: "Please mark it accurate, which counts its days, or say what is inaccurate.",
  }),
  "visit-answered": ({ schoolName }) => ({
    subject: `${schoolName} has answered your record of visit`,
    happened: `${schoolName} has read your record of visit and answered.`,
    next: "Please see what it says. While the work goes on, a record marked inaccurate can be changed and sent again.",
  }),
  "record-chased": ({ schoolName }) => ({
    subject: `A record of visit is due: ${schoolName}`,
    happened: `A record of visit of your support at ${schoolName} has not been sent to the school yet.`,
    next: "Please send it, or mend what was marked inaccurate. It is due within five working days. This is the only reminder.",
  }),
  "record-late": ({ schoolName }) => ({
    subject: `A record of visit is late: ${schoolName}`,
    happened: `A record of visit of the support at ${schoolName} is late. The practitioner was reminded before it was due.`,
    next: "Please ask the practitioner whether the visit was made, and what keeps the record. It is among your tasks until it comes.",
  }),
  "record-answer-chased": () => ({
    subject: "A record of visit still waits for your word",
    happened: "The record of a visit to your school has waited for your word for some days.",
    next: "Please mark it accurate, which counts its days, or say what is inaccurate. It is due within five working days. This is the only reminder.",
  }),
  "record-unanswered": ({ schoolName }) => ({
    subject: `A record of visit is not answered: ${schoolName}`,
    happened: `${schoolName} has not said whether a record of visit is accurate. It was reminded before that was due.`,
    next: "Please ask the school. It is among your tasks until the answer comes; where none does while the work goes on, you can curtail it.",
  }),
  "mid-term-reviewed": ({ schoolName }) => ({
    subject: `The mid-term review at ${schoolName} is recorded`,
    happened: `The mid-term review of the support at ${schoolName} has been recorded.`,
    next: "Please read what was agreed: whether it goes on, what changes, how it ends and when.",
  }),
  "deployment-ended": ({ audience, schoolName }) => ({
    subject: `The support at ${schoolName} has ended`,
    happened: `The support at ${schoolName} has ended. Days not delivered go back to the practitioner once every record is answered.`,
    next:
      audience === "supported-school"
        ? "Please answer any record of visit that still waits for your word, write your evaluation, " +
          "and record the outcome of each objective, where any day was delivered."
        : audience === "practitioner"
          ? "Please write your evaluation. You see the school's once yours is written."
          : "Both sides are now asked for their evaluation, and the school for its outcomes.",
  }),
  "evaluation-recorded": ({ audience, schoolName }) => ({
    subject: `An evaluation was written: ${schoolName}`,
    happened: `An evaluation of the support at ${schoolName} was written.`,
    next:
      audience === "broker"
        ? "You can read it now."
        : "You can read it once your own is written. If yours is missing, please write it now.",
  }),
  "evaluation-chased": ({ schoolName }) => ({
    subject: `Your evaluation is still missing: ${schoolName}`,
    happened: `The support at ${schoolName} has ended, and your evaluation of it has not come yet.`,
    next: "Please write it. It is due within ten working days of the end. This is the only reminder.",
  }),
  "evaluation-late": ({ schoolName }) => ({
    subject: `An evaluation is late: ${schoolName}`,
    happened: `An evaluation of the support at ${schoolName} is late. Whoever writes it was reminded before it was due.`,
    next: "Please see among your tasks which side's evaluation is missing, and ask for it.",
  }),
  "concern-raised": ({ schoolName }) => ({
    subject: `A cause for concern was raised: ${schoolName}`,
    happened: `An evaluation of the support at ${schoolName} raises a cause for concern. Only brokers are told.`,
    next: "Please read it and speak with both sides. Safeguarding goes to the school's lead, never in writing here.",
  }),
  "school-changed": ({ schoolName }) => ({
    subject: `A register changed what the support at ${schoolName} stands on`,
    happened: `A school in the support at ${schoolName} has become another, or joined another trust or federation. The work goes on.`,
    next: "Please look at your tasks: whom to invoice from now on, and which rule now stands against it.",
  }),
  "task-raised": ({ schoolName }) => ({
    subject: `The support at ${schoolName} needs you`,
    happened: `Something has changed on record of whoever supports ${schoolName} while the work should go on.`,
    next: "Please look at your tasks: the work goes on, is handed over to somebody else, or ends.",
  }),
  "broker-asked": ({ schoolName }) => ({
    subject: `You are asked about the support at ${schoolName}`,
    happened: `Something has changed for somebody with a part in the support at ${schoolName}, who asks you how it is to go on.`,
    next: "Please read among your tasks who asks and why: the work goes on, is handed over to somebody else, or ends.",
  }),
  "broker-answered": ({ schoolName }) => ({
    subject: `The broker has answered: the support at ${schoolName}`,
    happened: `You asked the broker about the support at ${schoolName}. The broker has looked at it: it goes on as it is.`,
    next: "There is nothing that you need to do. If something changes again, ask from the page of the work.",
  }),
  "new-release-asked": (matter) => ({
    subject: `Will you release a colleague to go on supporting ${matter.schoolName}?`,
    happened: `A colleague who comes to your school supports ${matter.schoolName}. Their former school releases them until they are yours.`,
    next: "Please say whether you release them to go on with it.",
  }),
  "new-release-chased": ({ schoolName }) => ({
    subject: `Your answer is still awaited: ${schoolName}`,
    happened: `You were asked whether you release a colleague to go on supporting ${schoolName}, and your answer has not come yet.`,
    next: "Please say whether you release them: without your yes no visit is recorded for a day on which they are yours. This is the only reminder.",
  }),
  "new-release-late": ({ schoolName }) => ({
    subject: `A new head has not answered: ${schoolName}`,
    happened:
      `The head to whose school a practitioner goes has not said whether they are released to go on supporting ` +
      `${schoolName}, and was reminded before that was due.`,
    next: "Please ask them, answer in their place, or hand the work over. It is among your tasks.",
  }),
  "new-release-answered": ({ audience, schoolName }) => ({
    subject: `The new head has answered: ${schoolName}`,
    happened: `The head to whose school a practitioner goes has said whether they are released to go on supporting ${schoolName}.`,
    next:
      audience === "broker"
        ? "Where they are not released, please hand the work over or end it."
        : "Please see the answer. No visit is recorded for a day on which nobody has released you.",
  }),
  "outcome-recorded": ({ schoolName }) => ({
    subject: `An outcome was recorded: ${schoolName}`,
    happened: `What became of an objective of the support at ${schoolName} was recorded.`,
    next: "There is nothing that you need to do. The school is asked again in one and in three terms.",
  }),
  "outcome-corrected": ({ schoolName }) => ({
    subject: `An outcome was put right: ${schoolName}`,
    happened: `What was recorded of an objective of the support at ${schoolName} was put right.`,
    next: "There is nothing that you need to do. The outcome says why, and what it said before.",
  }),
} as const satisfies Record<string, Compose>;
