/** The columns of Ofsted's monthly management information that this service reads, by what it calls them. */
export const ofstedColumns = {
  urn: "URN",
  startedOn: "Inspection start date",
  publishedOn: "Publication date",
  urnThen: "URN at time of latest full inspection",
  concern: "Category of concern",
  latestConcern: "Most recent category of concern",
  oeifConcern: "Latest OEIF category of concern",
  oeifStartedOn: "Inspection start date of latest OEIF graded inspection",
  oeifPublishedOn: "Publication date of latest OEIF graded inspection",
  oeifUrnThen: "URN at time of latest OEIF graded inspection",
  ungradedOutcome: "Ungraded inspection overall outcome",
  ungradedOn: "Date of latest ungraded inspection",
  ungradedUrnThen: "URN at time of the ungraded inspection",
  safeguarding: "Safeguarding standards",
  safeguardingOn: "Safeguarding standards - date of grade",
  inclusion: "Inclusion",
  inclusionOn: "Inclusion - date of grade",
  curriculum: "Curriculum and teaching",
  curriculumOn: "Curriculum and teaching - date of grade",
  achievement: "Achievement",
  achievementOn: "Achievement - date of grade",
  behaviour: "Attendance and behaviour",
  behaviourOn: "Attendance and behaviour - date of grade",
  wellbeing: "Personal development and wellbeing",
  wellbeingOn: "Personal development and wellbeing - date of grade",
  earlyYears: "Early years (where applicable)",
  earlyYearsOn: "Early years - date of grade",
  post16: "Post-16 provision (where applicable)",
  post16On: "Post-16 provision - date of grade",
  governance: "Leadership and governance",
  governanceOn: "Leadership and governance - date of grade",
  oeifOverall: "Latest OEIF overall effectiveness",
  oeifEducation: "Latest OEIF quality of education",
  oeifBehaviour: "Latest OEIF behaviour and attitudes",
  oeifDevelopment: "Latest OEIF personal development",
  oeifLeadership: "Latest OEIF effectiveness of leadership and management",
  oeifEarlyYears: "Latest OEIF early years provision (where applicable)",
  oeifSixthForm: "Latest OEIF sixth form provision (where applicable)",
} as const;

export type OfstedColumn = keyof typeof ofstedColumns;

type ReportCardArea = {
  readonly area: string;
  readonly grade: OfstedColumn;
  readonly gradedOn: OfstedColumn;
};

/** The areas of the report card, in force since November 2025, each graded and dated by itself. */
export const reportCardAreas: readonly ReportCardArea[] = [
  { area: "safeguarding standards", grade: "safeguarding", gradedOn: "safeguardingOn" },
  { area: "inclusion", grade: "inclusion", gradedOn: "inclusionOn" },
  { area: "curriculum and teaching", grade: "curriculum", gradedOn: "curriculumOn" },
  { area: "achievement", grade: "achievement", gradedOn: "achievementOn" },
  { area: "attendance and behaviour", grade: "behaviour", gradedOn: "behaviourOn" },
  { area: "personal development and wellbeing", grade: "wellbeing", gradedOn: "wellbeingOn" },
  { area: "early years", grade: "earlyYears", gradedOn: "earlyYearsOn" },
  { area: "post-16 provision", grade: "post16", gradedOn: "post16On" },
  { area: "leadership and governance", grade: "governance", gradedOn: "governanceOn" },
];

/** The areas of the education inspection framework, graded 1 to 4. */
export const oeifAreas: readonly { readonly area: string; readonly grade: OfstedColumn }[] = [
  { area: "overall effectiveness", grade: "oeifOverall" },
  { area: "quality of education", grade: "oeifEducation" },
  { area: "behaviour and attitudes", grade: "oeifBehaviour" },
  { area: "personal development", grade: "oeifDevelopment" },
  { area: "leadership and management", grade: "oeifLeadership" },
  { area: "early years provision", grade: "oeifEarlyYears" },
  { area: "sixth form provision", grade: "oeifSixthForm" },
];
