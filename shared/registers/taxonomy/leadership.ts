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
        "new head, first headship, acting head, interim headteacher, newly appointed headteacher, induction of a head, new to headship, first year as head, first term as head, acting headship, interim leader, just appointed, handover, starting headship",
      crosswalk: { npq: ["H"] },
    },
    {
      code: "LG-02",
      group: "heads",
      title: "Coaching and mentoring for heads",
      words:
        "head coaching, headteacher mentor, executive coach, sounding board, supervision for headteachers, thinking partner, critical friend, lonely, isolated, confidential, coach for the head, mentor for our head, one-to-one for a head",
      crosswalk: { npq: ["H", "EL"] },
    },
    {
      code: "LG-03",
      group: "teams",
      title: "Senior leadership team",
      words:
        "slt, senior leaders, deputy head, assistant head, leadership structure, team roles, accountability, leadership team, senior team, roles and responsibilities, assistant heads, deputies, senior staff, distributed leadership, team dynamics",
      crosswalk: { npq: ["SL"] },
    },
    {
      code: "LG-04",
      group: "teams",
      title: "Middle and subject leadership",
      words:
        "middle leaders, subject leader, head of department, curriculum lead, phase leader, subject coordinator, subject leaders, department heads, curriculum leaders, leading a subject, phase leaders, heads of faculty, faculty, year leaders, key stage leaders, subject coordinators",
      crosswalk: { legacySleArea: "Leadership of curriculum", npq: ["LTD", "SL"] },
    },
    {
      code: "LG-05",
      group: "evaluation",
      title: "Self-evaluation and development planning",
      words:
        "sef, school development plan, school improvement plan, sdp, self evaluation form, priorities, action plan, improvement plan, improvement priorities, strategic plan, self-evaluation, writing the sef, milestones, success criteria, three-year vision",
    },
    {
      code: "LG-06",
      group: "evaluation",
      title: "Inspection preparation and post-inspection plan",
      words:
        "ofsted, inspection readiness, mock inspection, inspection report, requires improvement, inspectors, deep dive, inspection framework, new framework, inspection toolkit, special measures, serious weaknesses, monitoring visit, due an inspection, report card, inspection call",
    },
    {
      code: "LG-07",
      group: "governance",
      title: "Governance review",
      words:
        "governing body review, external review of governance, governor effectiveness, trustees, governing board skills audit, governors, board effectiveness, governing board, governing body, trust board, governors hold leaders to account, board self-review, strategic governance",
    },
    {
      code: "LG-08",
      group: "governance",
      title: "Support for chairs and clerks",
      words:
        "chair of governors, clerk, governance professional, new governors, minutes, governor training, chair, new chair, clerking, training for governors, link governors, vice chair, governor induction, governor recruitment, panels",
    },
    {
      code: "LG-09",
      group: "structures",
      title: "Federation, trust and academy transition",
      words:
        "academy conversion, joining a trust, multi-academy trust, mat, federating, academisation, merger, academy order, becoming an academy, converting, growing trust, trust merger, due diligence, hard federation, amalgamation, amalgamate, structural change",
      crosswalk: { legacySleArea: "Academies and academy transition", npq: ["EL"] },
    },
    {
      code: "LG-10",
      group: "change",
      title: "Leading professional development",
      words:
        "cpd, professional development programme, inset planning, training plan, staff training, professional development, training days, inset days, inset, twilight, professional learning, staff development, training programme, staff meetings",
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
        "implementing a new approach, managing change, implementation plan, embedding, sustaining, roll out, implementation, change management, initiatives, de-implementation, too many initiatives, rolling out, embed change, buy-in, scale up, new approach",
      crosswalk: { eef: "A School's Guide to Implementation" },
    },
    {
      code: "LG-12",
      group: "people",
      title: "Wellbeing and workload",
      words:
        "staff wellbeing, teacher workload, burnout, marking and planning load, staff morale, stress, workload reduction, burnt out, stressed, wellbeing charter, exhausted, mental health of staff, morale, wellbeing of staff",
    },
    {
      code: "LG-13",
      group: "people",
      title: "Recruitment and retention",
      words:
        "recruiting teachers, retaining staff, vacancies, turnover, unable to appoint, teacher supply, recruit teachers, hard to recruit, adverts, retain teachers, shortage subjects, keep good staff, staff leaving, applicants, recruitment strategy, high turnover",
    },
    {
      code: "LG-14",
      group: "evaluation",
      title: "Peer review",
      words:
        "peer reviewer, review partner, improvement champion, cluster review, reciprocal review, schools partnership programme, peer reviews, reviewers, train reviewers, review each other, peer challenge, peer evaluation, host a review, triad, school to school review",
    },
  ],
};
