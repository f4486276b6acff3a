/** A code that is no longer given out, and the current codes to use instead, best first. */
export type RetiredCode = {
  readonly code: string;
  readonly title: string;
  readonly replacedBy: readonly string[];
};

/**
 * The areas of expertise that Specialist Leaders of Education were designated in (national list to 2021).
 * The list had no codes: the `SL-` codes are this service's shorthand, retired from birth, so that old
 * designation records can be read and are always told where their area went.
 */
export const retiredCodes: readonly RetiredCode[] = [
  { code: "SL-AAT", title: "Academies and academy transition", replacedBy: ["LG-09"] },
  { code: "SL-ASM", title: "Assessment", replacedBy: ["PA-05", "PA-04", "PA-06"] },
  { code: "SL-CPD", title: "Leadership of continuing professional development", replacedBy: ["LG-10"] },
  {
    code: "SL-SBM",
    title: "School business management and financial management",
    replacedBy: ["BS-FIN1", "BS-OP1"],
  },
  { code: "SL-CUR", title: "Leadership of curriculum", replacedBy: ["CT-01", "LG-04"] },
  { code: "SL-ART", title: "Art", replacedBy: ["CT-14"] },
  { code: "SL-GAP", title: "Closing the gap", replacedBy: ["IN-18"] },
  { code: "SL-DRA", title: "Drama", replacedBy: ["CT-17"] },
  { code: "SL-DT", title: "Design and technology", replacedBy: ["CT-15"] },
  { code: "SL-EY", title: "Early years", replacedBy: ["EY-01"] },
  { code: "SL-ENG", title: "English", replacedBy: ["CT-02"] },
  { code: "SL-GEO", title: "Geography", replacedBy: ["CT-11"] },
  { code: "SL-HIS", title: "History", replacedBy: ["CT-10"] },
  { code: "SL-ICT", title: "Information and communication technology", replacedBy: ["CT-09"] },
  { code: "SL-MAT", title: "Maths", replacedBy: ["CT-06"] },
  { code: "SL-MFL", title: "Modern foreign languages", replacedBy: ["CT-13"] },
  { code: "SL-MUS", title: "Music", replacedBy: ["CT-16"] },
  { code: "SL-PHO", title: "Phonics", replacedBy: ["CT-03"] },
  { code: "SL-PE", title: "Physical education", replacedBy: ["CT-18"] },
  { code: "SL-PSH", title: "Personal, social and health education", replacedBy: ["CT-19"] },
  { code: "SL-RE", title: "Religious education", replacedBy: ["CT-12"] },
  { code: "SL-SCI", title: "Science", replacedBy: ["CT-08"] },
  { code: "SL-SEN", title: "Special educational needs", replacedBy: ["IN-13", "IN-14"] },
  { code: "SL-MAP", title: "Support for the most able pupils", replacedBy: ["PA-13"] },
  {
    code: "SL-ITT",
    title: "Initial teacher training and newly qualified teacher development",
    replacedBy: ["WF-02", "WF-01"],
  },
  { code: "SL-BEH", title: "Behaviour and discipline", replacedBy: ["BA-01"] },
  { code: "SL-ATT", title: "Attendance", replacedBy: ["BA-02"] },
];
