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
        "early years foundation stage, reception, nursery, continuous provision, outdoor learning, early years environment, good level of development, gld",
    },
    {
      code: "EY-02",
      group: "provision",
      title: "Communication and language in the early years",
      words:
        "early language, talk in nursery, wellcomm, nuffield early language intervention, neli, storytelling, vocabulary in reception",
      crosswalk: { eef: "Preparing for Literacy" },
    },
    {
      code: "EY-03",
      group: "provision",
      title: "Two-year-olds",
      words: "two year old provision, toddlers, baby room, funded twos, childcare expansion, under threes",
    },
    {
      code: "EY-04",
      group: "transition",
      title: "Early years to key stage 1",
      words: "transition to year 1, reception to year one, play-based year 1, continuous provision in year 1",
    },
    {
      code: "EY-05",
      group: "transition",
      title: "Key stage 2 to key stage 3",
      words:
        "transition to secondary, year 6 to year 7, primary secondary transfer, feeder primaries, bridging unit",
      crosswalk: { ofstedArea: "Curriculum and teaching", legacySleArea: "", npq: [] },
    },
    {
      code: "EY-06",
      group: "transition",
      title: "Post-16 transition",
      words: "year 11 to sixth form, moving to college, neet, bridging to a level, destinations after gcse",
      crosswalk: { ofstedArea: "Post-16 provision", legacySleArea: "", npq: [] },
    },
  ],
};
