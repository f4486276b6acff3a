import type { FamilyEntry } from "./entry.ts";

/** Leading and governing a school. */
export const leadership: FamilyEntry = {
  family: "LG",
  title: "Leadership and governance",
  crosswalk: { ofstedArea: "Leadership and governance", riseArea: "Leadership and management" },
  codes: [
    {
      code: "LG-01",
      group: "heads",
      title: "New and interim headship",
      words:
        "new head, first headship, acting head, interim headteacher, newly appointed headteacher, induction of a head",
      crosswalk: { npq: ["H"] },
    },
    {
      code: "LG-02",
      group: "heads",
      title: "Coaching and mentoring for heads",
      words:
        "head coaching, headteacher mentor, executive coach, sounding board, supervision for headteachers",
      crosswalk: { npq: ["H", "EL"] },
    },
    {
      code: "LG-03",
      group: "teams",
      title: "Senior leadership team",
      words:
        "slt, senior leaders, deputy head, assistant head, leadership structure, team roles, accountability",
      crosswalk: { npq: ["SL"] },
    },
    {
      code: "LG-04",
      group: "teams",
      title: "Middle and subject leadership",
      words:
        "middle leaders, subject leader, head of department, curriculum lead, phase leader, subject coordinator",
      crosswalk: { legacySleArea: "Leadership of curriculum", npq: ["LTD", "SL"] },
    },
    {
      code: "LG-05",
      group: "evaluation",
      title: "Self-evaluation and development planning",
      words:
        "sef, school development plan, school improvement plan, sdp, self evaluation form, priorities, action plan",
    },
    {
      code: "LG-06",
      group: "evaluation",
      title: "Inspection preparation and post-inspection plan",
      words:
        "ofsted, inspection readiness, mock inspection, inspection report, requires improvement, inspectors, deep dive",
    },
    {
      code: "LG-07",
      group: "governance",
      title: "Governance review",
      words:
        "governing body review, external review of governance, governor effectiveness, trustees, governing board skills audit",
    },
    {
      code: "LG-08",
      group: "governance",
      title: "Support for chairs and clerks",
      words: "chair of governors, clerk, governance professional, new governors, minutes, governor training",
    },
    {
      code: "LG-09",
      group: "structures",
      title: "Federation, trust and academy transition",
      words:
        "academy conversion, joining a trust, multi-academy trust, mat, federating, academisation, merger",
      crosswalk: { legacySleArea: "Academies and academy transition", npq: ["EL"] },
    },
    {
      code: "LG-10",
      group: "change",
      title: "Leading professional development",
      words: "cpd, professional development programme, inset planning, training plan, staff training",
      crosswalk: {
        legacySleArea: "Leadership of continuing professional development",
        npq: ["LTD"],
        eef: "Effective Professional Development",
      },
    },
    {
      code: "LG-11",
      group: "change",
      title: "Implementation and change",
      words:
        "implementing a new approach, managing change, implementation plan, embedding, sustaining, roll out",
      crosswalk: { eef: "A School's Guide to Implementation" },
    },
    {
      code: "LG-12",
      group: "people",
      title: "Wellbeing and workload",
      words: "staff wellbeing, teacher workload, burnout, marking and planning load, staff morale, stress",
    },
    {
      code: "LG-13",
      group: "people",
      title: "Recruitment and retention",
      words: "recruiting teachers, retaining staff, vacancies, turnover, unable to appoint, teacher supply",
    },
    {
      code: "LG-14",
      group: "evaluation",
      title: "Peer review",
      words:
        "peer reviewer, review partner, improvement champion, cluster review, reciprocal review, schools partnership programme",
    },
  ],
};
