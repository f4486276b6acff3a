/** A turn of phrase that the taxonomy's words do not hold but that points to a code. */
export type TriageRule = { readonly pattern: RegExp; readonly code: string; readonly points: number };

const rule = (code: string, points: number, pattern: RegExp): TriageRule => ({ code, points, pattern });

/** Rules over lower-case text. Points are of the size of a telling word of the search (about 5 to 8). */
export const triageRules: readonly TriageRule[] = [
  rule("LG-01", 12, /\b(?:new|first[- ]time|acting|interim|incoming) head(?:teacher|ship)?\b(?! of)/),
  rule(
    "LG-01",
    12,
    /\b(?:became|took over as|starting as|appointed as) (?:a |the )?head(?:teacher)?\b(?! of)/,
  ),
  // Looking around keeps the words between out of what is shown.
  rule(
    "LG-02",
    8,
    /\b(?:coach|mentor|sounding board|confidante?|confidential)\b(?=.*\bhead(?:teacher)?s?\b(?! of))/,
  ),
  rule("LG-02", 8, /(?<=\bhead(?:teacher)?s?\b(?! of).*)\b(?:as my|a) (?:coach|mentor|sounding board)\b/),
  rule("LG-03", 6, /\bslt\b|\bsenior lead\w+/),
  rule("LG-04", 6, /\b(?:middle lead\w+|heads? of department|subject leads?\b)/),
  rule("LG-05", 6, /\b(?:sef|sdp|sip)\b/),
  rule("LG-06", 8, /\bofsted\b|\binspect(?:ors?|ions?)\b/),
  rule("LG-08", 6, /\bclerk\w*|\bchair of (?:governors|trustees)\b/),
  rule("LG-12", 6, /\bworkload|burn(?:t|ed)?[- ]?out\b/),
  rule(
    "LG-13",
    6,
    /\bstaff (?:turnover|retention)\b|\bcannot (?:recruit|appoint)\b|\bstaff (?:leave|leaving|leavers)\b/,
  ),
  rule("CT-03", 6, /\bphonics?\b|\bearly read\w+/),
  rule("CT-06", 4, /\bmaths?\b|\bmathematic\w*/),
  rule("CT-09", 6, /\bcomputing\b|\bcoding\b/),
  rule("CT-12", 8, /\breligious ed\w+|\bour re\b|\bre (?:lead|lessons?|syllabus)\b/),
  rule("CT-23", 4, /\bsixth[- ]form\b|\ba[- ]levels?\b/),
  rule("CT-24", 6, /\bmixed[- ]age\b|\bvery small (?:rural )?school\b/),
  rule("PA-02", 6, /\b(?:independent|resilient) learners\b|\bown learning\b/),
  rule("PA-11", 6, /\btas?\b|\bteaching assistants?\b/),
  rule("EY-01", 6, /\beyfs\b|\bgld\b/),
  rule("EY-03", 8, /\btwo[- ]year[- ]olds?\b|\btwos\b/),
  rule("EY-05", 6, /\bfeeder\b|\byear 6 (?:to|into) (?:year )?7\b/),
  rule("IN-SPLD", 12, /\bdys(?:lexi|calculi|praxi|graphi)\w*/),
  rule("IN-ASD", 10, /\bautis\w+|\basc\b/),
  rule("IN-SEMH", 8, /\bsemh\b|\badhd\b/),
  rule("IN-13", 8, /\bsend?cos?\b/),
  rule("IN-14", 8, /\behc(?:p|ps| plans?| needs)\b/),
  rule("IN-16", 8, /\beal\b|\brefugee\w*|\basylum\b/),
  rule("IN-18", 6, /\bpupil premium\b|\bdisadvantaged?\b/),
  rule("BA-02", 8, /\battendance\b|\babsen(?:ce|ces|t|teeism)\b|\btruan\w+/),
  rule("BA-03", 6, /\bsuspen(?:d|ded|sions?)\b|\bexclu(?:ded|sions?)\b/),
  rule("BA-04", 8, /\bdsls?\b|\bsafeguarding lead/),
  rule("BA-09", 10, /\bebsa\b|\bschool[- ](?:refus\w+|phobi\w+|avoid\w+)/),
  rule("PW-06", 4, /\bparents?\b|\bfamilies\b/),
  rule("WF-01", 10, /\bects?\b|\bearly[- ]career\b|\bnqts?\b/),
  rule("WF-02", 8, /\btrainees?\b|\bitt\b/),
  rule("WF-03", 8, /\bnpqs?\b/),
  rule("BS-FIN2", 6, /\bdeficit\b|\bin the red\b/),
  rule("BS-IT1", 6, /\bcyber\b|\bransomware\b/),
  rule("BS-DP1", 8, /\bgdpr\b|\bfoi\b|\bsubject access\b/),
];
