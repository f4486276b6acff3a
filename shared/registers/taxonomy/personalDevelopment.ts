import type { FamilyEntry } from "./entry.ts";

/** Growing up well, and the community around a school. */
export const personalDevelopment: FamilyEntry = {
  family: "PW",
  title: "Personal development and community",
  crosswalk: { ofstedArea: "Personal development and wellbeing", riseArea: "Personal development" },
  codes: [
    {
      code: "PW-01",
      group: "wellbeing",
      title: "Social and emotional learning",
      words:
        "sel, zones of regulation, emotional literacy, resilience, self-esteem, friendship skills, character education",
      crosswalk: { eef: "Improving Social and Emotional Learning in Primary Schools" },
    },
    {
      code: "PW-02",
      group: "wellbeing",
      title: "Mental-health lead",
      words:
        "senior mental health lead, whole-school mental health, mental health support team, pupil wellbeing, counselling, mental health strategy",
    },
    {
      code: "PW-03",
      group: "futures",
      title: "Careers",
      words:
        "careers guidance, gatsby benchmarks, work experience, careers leader, employers, careers hub, destinations",
    },
    {
      code: "PW-04",
      group: "futures",
      title: "Enrichment and SMSC",
      words:
        "extracurricular, clubs, trips, cultural capital, spiritual moral social cultural, assemblies, duke of edinburgh, residential",
    },
    {
      code: "PW-05",
      group: "voice",
      title: "Pupil voice",
      words: "school council, student leadership, pupil leadership, prefects, student voice, ambassadors",
    },
    {
      code: "PW-06",
      group: "voice",
      title: "Parents and community",
      words:
        "parental engagement, family support, working with parents, parent complaints, community links, hard-to-reach families, pta",
      crosswalk: { eef: "Working with Parents to Support Children's Learning" },
    },
  ],
};
