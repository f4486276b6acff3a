import type { FamilyEntry } from "./entry.ts";

/** Behaviour, attendance and keeping pupils safe. */
export const behaviour: FamilyEntry = {
  family: "BA",
  title: "Behaviour, attendance and safeguarding",
  crosswalk: { ofstedArea: "Attendance and behaviour", riseArea: "Behaviour and attitudes", npq: ["LBC"] },
  codes: [
    {
      code: "BA-01",
      group: "conduct",
      title: "Behaviour and culture",
      words:
        "behaviour policy, low-level disruption, routines, sanctions and rewards, corridors, behaviour management, disruption, defiance",
      crosswalk: { legacySleArea: "Behaviour and discipline", eef: "Improving Behaviour in Schools" },
    },
    {
      code: "BA-02",
      group: "attendance",
      title: "Attendance",
      words:
        "persistent absence, absenteeism, severely absent, punctuality, lateness, attendance officer, attendance strategy, absence",
      crosswalk: { legacySleArea: "Attendance", riseArea: "Attendance" },
    },
    {
      code: "BA-03",
      group: "conduct",
      title: "Suspension, exclusion and alternative provision",
      words:
        "suspensions, permanent exclusion, fixed-term exclusion, alternative provision, managed moves, pru, internal alternative provision",
      crosswalk: { legacySleArea: "Behaviour and discipline" },
    },
    {
      code: "BA-04",
      group: "safeguarding",
      title: "Safeguarding leadership",
      words:
        "dsl, designated safeguarding lead, safeguarding leads, child protection policy, safeguarding supervision, safeguarding training, kcsie, keeping children safe in education",
      crosswalk: { ofstedArea: "Safeguarding" },
    },
    {
      code: "BA-05",
      group: "safeguarding",
      title: "Safeguarding audit",
      words:
        "section 175, section 11, safeguarding review, single central record, safer recruitment, safeguarding check",
      crosswalk: { ofstedArea: "Safeguarding" },
    },
    {
      code: "BA-06",
      group: "safeguarding",
      title: "Online safety",
      words: "e-safety, social media, filtering and monitoring, mobile phones, sexting, gaming, online harms",
      crosswalk: { ofstedArea: "Safeguarding" },
    },
    {
      code: "BA-07",
      group: "conduct",
      title: "Anti-bullying",
      words:
        "bullying, peer on peer, homophobic language, racist incidents, friendship issues, cyberbullying, child-on-child",
      crosswalk: { legacySleArea: "Behaviour and discipline" },
    },
    {
      code: "BA-08",
      group: "wellbeing",
      title: "Trauma-informed practice",
      words:
        "trauma, adverse childhood experiences, aces, attachment aware, relational approach, restorative practice",
    },
    {
      code: "BA-09",
      group: "attendance",
      title: "Emotionally based school avoidance",
      words:
        "ebsa, school refusal, school refusers, anxious non-attenders, anxiety about school, phased return",
      crosswalk: { riseArea: "Attendance" },
    },
    {
      code: "BA-10",
      group: "wellbeing",
      title: "Pastoral systems",
      words:
        "pastoral team, heads of year, tutor time, house system, form tutors, pastoral leaders, tutor programme",
    },
  ],
};
