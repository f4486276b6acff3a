/** What a version of the taxonomy froze: its national codes, and the digest of what they and the retired ones mean. */
export type FrozenVersion = { readonly version: string; readonly digest: string; readonly codes: string };

/**
 * Every version given out, oldest first. A line once written is never changed: when codes are added, renamed,
 * regrouped, retired or replaced otherwise, give `taxonomyVersion` another name and add a line here.
 */
export const frozenVersions: readonly FrozenVersion[] = [
  {
    version: "2025-11",
    digest: "e610ac1d0eea4ac51c1ba795096d43132d497006dad261dd84d20e9067cbd5ea",
    codes:
      "LG-01 LG-02 LG-03 LG-04 LG-05 LG-06 LG-07 LG-08 LG-09 LG-10 LG-11 LG-12 LG-13 LG-14 CT-01 CT-02 " +
      "CT-03 CT-04 CT-05 CT-06 CT-07 CT-08 CT-09 CT-10 CT-11 CT-12 CT-13 CT-14 CT-15 CT-16 CT-17 CT-18 " +
      "CT-19 CT-20 CT-21 CT-22 CT-23 CT-24 PA-01 PA-02 PA-03 PA-04 PA-05 PA-06 PA-07 PA-08 PA-09 PA-10 " +
      "PA-11 PA-12 PA-13 PA-14 PA-15 PA-16 EY-01 EY-02 EY-03 EY-04 EY-05 EY-06 IN-SPLD IN-MLD IN-SLD " +
      "IN-PMLD IN-SLCN IN-ASD IN-SEMH IN-HI IN-VI IN-MSI IN-PD IN-OTH IN-13 IN-14 IN-15 IN-16 IN-17 " +
      "IN-18 BA-01 BA-02 BA-03 BA-04 BA-05 BA-06 BA-07 BA-08 BA-09 BA-10 PW-01 PW-02 PW-03 PW-04 PW-05 " +
      "PW-06 WF-01 WF-02 WF-03 WF-04 WF-05 WF-06 WF-07 WF-08 BS-FIN1 BS-FIN2 BS-FIN3 BS-HR1 BS-HR2 " +
      "BS-HR3 BS-PR1 BS-PR2 BS-ES1 BS-ES2 BS-ES3 BS-IT1 BS-IT2 BS-DP1 BS-MK1 BS-OP1 DA-01 DA-02 DA-03 " +
      "DA-04 DA-05",
  },
];
