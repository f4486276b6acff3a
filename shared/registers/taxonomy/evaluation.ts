import type { FamilyEntry } from "./entry.ts";

/** Reading what the figures say. */
export const evaluation: FamilyEntry = {
  family: "DA",
  title: "Data and evaluation",
  crosswalk: { ofstedArea: "Achievement", riseArea: "Leadership and management" },
  codes: [
    {
      code: "DA-01",
      group: "pupils",
      title: "Performance analysis",
      words:
        "asp, fft, results analysis, performance tables, progress 8, attainment data, data dashboard, question level analysis, outcomes data",
    },
    {
      code: "DA-02",
      group: "pupils",
      title: "Surveys and voice",
      words: "questionnaires, parent survey, staff survey, pupil survey, focus groups, feedback surveys",
    },
    {
      code: "DA-03",
      group: "impact",
      title: "Impact evaluation",
      words:
        "evaluating impact, measuring impact, evaluation framework, before and after, cost effectiveness, logic model",
    },
    {
      code: "DA-04",
      group: "impact",
      title: "Workforce and finance benchmarking",
      words:
        "benchmarking, staff costs comparison, similar schools comparison, pupil teacher ratio, financial benchmarking, workforce census",
      crosswalk: { ofstedArea: "Leadership and governance" },
    },
    {
      code: "DA-05",
      group: "impact",
      title: "Place-level intelligence",
      words:
        "local area data, ward data, pupil place planning, cross-school trends, demographic trends, area profile",
      crosswalk: { ofstedArea: "Leadership and governance" },
    },
  ],
};
