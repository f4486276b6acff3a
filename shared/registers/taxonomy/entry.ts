/** Areas of Ofsted's framework of November 2025. */
export type OfstedArea =
  | "Inclusion"
  | "Curriculum and teaching"
  | "Achievement"
  | "Attendance and behaviour"
  | "Personal development and wellbeing"
  | "Early years"
  | "Post-16 provision"
  | "Leadership and governance"
  | "Safeguarding";

/** Areas that RISE sets improvement objectives in. */
export type RiseArea =
  | "Quality of education"
  | "Leadership and management"
  | "Behaviour and attitudes"
  | "Attendance"
  | "Personal development";

/** National professional qualifications, by their usual letters. */
export type Npq = "LTD" | "LT" | "LBC" | "LL" | "LPM" | "SENCO" | "SL" | "H" | "EL" | "EYL";

/** What a code is called elsewhere; a missing label means that no counterpart is known. */
export type Crosswalk = {
  readonly ofstedArea?: OfstedArea;
  readonly legacySleArea?: string;
  readonly riseArea?: RiseArea;
  readonly npq?: readonly Npq[];
  readonly eef?: string;
  readonly isbl?: string;
  readonly giasSen?: string;
};

/** One code as the data files write it: `group` holds its siblings, `words` is a comma-separated list. */
export type CodeEntry = {
  readonly code: string;
  readonly group: string;
  readonly title: string;
  readonly words: string;
  readonly crosswalk?: Crosswalk;
};

/** One family as the data files write it; its crosswalk is the default of every code in it. */
export type FamilyEntry = {
  readonly family: string;
  readonly title: string;
  readonly crosswalk: Crosswalk;
  readonly codes: readonly CodeEntry[];
};
