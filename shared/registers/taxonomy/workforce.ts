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
        "ect, ects, early career framework, ecf, induction tutor, newly qualified teachers, nqt, new teachers, early career, ect mentors, induction year, first years of teaching, newly qualified, early career entitlement, appropriate body",
      crosswalk: {
        legacySleArea: "Initial teacher training and newly qualified teacher development",
        npq: ["LTD"],
      },
    },
    {
      code: "WF-02",
      group: "new",
      title: "Initial teacher training mentoring",
      words:
        "itt, trainee teachers, student teachers, mentors, school direct, placement, teaching practice, trainee, school-based mentors, pgce, teacher training, scitt, hosting trainees, placements, training the next teachers, mentor trainees",
      crosswalk: {
        legacySleArea: "Initial teacher training and newly qualified teacher development",
        npq: ["LTD"],
      },
    },
    {
      code: "WF-03",
      group: "growing",
      title: "Facilitating NPQs",
      words:
        "national professional qualification, npq, facilitator, npq delivery, npqs, facilitators, facilitate, delivering qualifications to leaders, seminar leaders, programme facilitation, adult learners",
    },
    {
      code: "WF-04",
      group: "growing",
      title: "Appraisal",
      words:
        "performance management, appraisal policy, capability, teachers' objectives, performance review, pay progression, performance appraisal, targets for staff, objectives for staff, underperforming, underperformance, support plans for teachers, line management, setting objectives, appraisers, difficult conversations, appraisal cycle",
    },
    {
      code: "WF-05",
      group: "growing",
      title: "Developing support staff",
      words:
        "support staff training, hlta, midday supervisors, lunchtime supervisors, ta training, office staff development, apprenticeship for tas, lunchtime staff, midday staff, office staff, support staff, non-teaching staff, training for tas, technicians, apprenticeships for support staff, site staff",
    },
    {
      code: "WF-06",
      group: "leaders",
      title: "Succession and talent",
      words:
        "succession planning, talent management, future leaders, aspiring leaders, aspiring heads, leadership pipeline, career pathways, succession, next generation of leaders, retiring, leadership potential, growing our own, promote from within, talent, potential leaders, stepping up, shadowing, ready for headship, deputies",
      crosswalk: { npq: ["SL"] },
    },
    {
      code: "WF-07",
      group: "leaders",
      title: "Equality and diversity",
      words:
        "edi, inclusion of staff, anti-racism, diverse workforce, equality duty, unconscious bias, lgbt, representation, diversity, equality, race equality, anti-racist, protected characteristics, equality objectives, minority ethnic staff, global majority, discrimination, belonging, prejudice",
    },
    {
      code: "WF-08",
      group: "leaders",
      title: "Flexible working",
      words:
        "part-time teachers, job share, flexible hours, compressed hours, flexible working requests, phased retirement, part time, job shares, flexible work, work-life balance, returning from maternity, four day week, reduced hours, returners, parental leave, flexible working policy",
    },
  ],
};
