import type { FamilyEntry } from "./entry.ts";

/** Growing and keeping the people who work in schools. */
export const workforce: FamilyEntry = {
  family: "WF",
  title: "Workforce development",
  crosswalk: { ofstedArea: "Leadership and governance", riseArea: "Leadership and management" },
  codes: [
    {
      code: "WF-01",
      group: "new",
      title: "Early career teachers",
      words:
        "ect, ects, early career framework, ecf, induction tutor, newly qualified teachers, nqt, new teachers",
      crosswalk: {
        legacySleArea: "Initial teacher training and newly qualified teacher development",
        npq: ["LTD"],
      },
    },
    {
      code: "WF-02",
      group: "new",
      title: "Initial teacher training mentoring",
      words: "itt, trainee teachers, student teachers, mentors, school direct, placement, teaching practice",
      crosswalk: {
        legacySleArea: "Initial teacher training and newly qualified teacher development",
        npq: ["LTD"],
      },
    },
    {
      code: "WF-03",
      group: "growing",
      title: "Facilitating NPQs",
      words: "national professional qualification, npq, facilitator, npq delivery",
    },
    {
      code: "WF-04",
      group: "growing",
      title: "Appraisal",
      words:
        "performance management, appraisal policy, capability, teachers' objectives, performance review, pay progression",
    },
    {
      code: "WF-05",
      group: "growing",
      title: "Developing support staff",
      words:
        "support staff training, hlta, midday supervisors, lunchtime supervisors, ta training, office staff development, apprenticeship for tas",
    },
    {
      code: "WF-06",
      group: "leaders",
      title: "Succession and talent",
      words:
        "succession planning, talent management, future leaders, aspiring leaders, aspiring heads, leadership pipeline, career pathways",
      crosswalk: { npq: ["SL"] },
    },
    {
      code: "WF-07",
      group: "leaders",
      title: "Equality and diversity",
      words:
        "edi, inclusion of staff, anti-racism, diverse workforce, equality duty, unconscious bias, lgbt, representation",
    },
    {
      code: "WF-08",
      group: "leaders",
      title: "Flexible working",
      words:
        "part-time teachers, job share, flexible hours, compressed hours, flexible working requests, phased retirement",
    },
  ],
};
