import type { FamilyEntry } from "./entry.ts";

/** The youngest children, and moving between phases. */
export const earlyYears: FamilyEntry = {
  family: "EY",
  title: "Early years and transition",
  crosswalk: {
    ofstedArea: "Early years",
    riseArea: "Quality of education",
    legacySleArea: "Early years",
    npq: ["EYL"],
  },
  codes: [
    {
      code: "EY-01",
      group: "provision",
      title: "EYFS provision",
      words:
        "early years foundation stage, reception, nursery, continuous provision, outdoor learning, early years environment, good level of development, gld, early years, foundation stage, play, early years lead, outdoor area, development matters, early learning goals, reception baseline, areas of learning, nursery class",
    },
    {
      code: "EY-02",
      group: "provision",
      title: "Communication and language in the early years",
      words:
        "early language, talk in nursery, wellcomm, nuffield early language intervention, neli, storytelling, vocabulary in reception, speech delay, talking, language delay, language development, nursery rhymes, rhymes and songs, sustained shared thinking, adult-child interactions, little language on entry, language on entry, communication in nursery",
      crosswalk: { eef: "Preparing for Literacy" },
    },
    {
      code: "EY-03",
      group: "provision",
      title: "Two-year-olds",
      words:
        "two year old provision, toddlers, baby room, funded twos, childcare expansion, under threes, two year olds, toddler, babies, nursery expansion, thirty hours, funded places, potty training, toileting, key person, under 3s",
    },
    {
      code: "EY-04",
      group: "transition",
      title: "Early years to key stage 1",
      words:
        "transition to year 1, reception to year one, play-based year 1, continuous provision in year 1, move into year 1, moving from reception, formal learning, play in key stage 1, start of key stage 1, reception into year 1, into year one, ks1 readiness",
    },
    {
      code: "EY-05",
      group: "transition",
      title: "Key stage 2 to key stage 3",
      words:
        "transition to secondary, year 6 to year 7, primary secondary transfer, feeder primaries, bridging unit, year 7, move to secondary, starting secondary, secondary start, transition days, dip in year 7, primary to secondary, transfer to secondary, moving up, key stage 3 start",
      crosswalk: { ofstedArea: "Curriculum and teaching", legacySleArea: "", npq: [] },
    },
    {
      code: "EY-06",
      group: "transition",
      title: "Post-16 transition",
      words:
        "year 11 to sixth form, moving to college, neet, bridging to a level, destinations after gcse, post-16 choices, after year 11, college applications, university applications, ucas, sixth form induction, school leavers, participation after 16, dropping out of sixth form, year 11 leavers, raising participation",
      crosswalk: { ofstedArea: "Post-16 provision", legacySleArea: "", npq: [] },
    },
  ],
};
