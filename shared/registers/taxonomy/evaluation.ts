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
        "asp, fft, results analysis, performance tables, progress 8, attainment data, data dashboard, question level analysis, outcomes data, exam results, sats results, value added, progress data, residuals, trends in results, idsr, inspection data summary, pupil groups, gap analysis, cohort analysis, headline measures, attainment 8, analysing results, data analysis, analyse our data",
    },
    {
      code: "DA-02",
      group: "pupils",
      title: "Surveys and voice",
      words:
        "questionnaires, parent survey, staff survey, pupil survey, focus groups, feedback surveys, questionnaire, survey design, response rate, exit interviews, stakeholder survey, opinions, listening exercise, consultation with families, staff views, parents' views",
    },
    {
      code: "DA-03",
      group: "impact",
      title: "Impact evaluation",
      words:
        "evaluating impact, measuring impact, evaluation framework, before and after, cost effectiveness, logic model, impact evaluation, evaluate an intervention, impact of interventions, evidence of impact, control group, theory of change, making a difference, measure success, return on spending, programme evaluation, evaluate a project",
    },
    {
      code: "DA-04",
      group: "impact",
      title: "Workforce and finance benchmarking",
      words:
        "benchmarking, staff costs comparison, similar schools comparison, pupil teacher ratio, financial benchmarking, workforce census, benchmark, compare costs, compare our spending, staffing ratios, contact ratio, average class size, financial insights, cost per pupil, spend on staffing, similar schools, staffing costs",
      crosswalk: { ofstedArea: "Leadership and governance" },
    },
    {
      code: "DA-05",
      group: "impact",
      title: "Place-level intelligence",
      words:
        "local area data, ward data, pupil place planning, cross-school trends, demographic trends, area profile, neighbourhood data, deprivation data, local data, birth rates, pupil number forecasts, place planning, mapping need, pooled data, shared data across schools, housing developments, locality, district, across the town",
      crosswalk: { ofstedArea: "Leadership and governance" },
    },
  ],
};
