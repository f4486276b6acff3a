import type { FamilyEntry } from "./entry.ts";

/** Running the organisation, by the disciplines of the Institute of School Business Leadership. */
export const business: FamilyEntry = {
  family: "BS",
  title: "Business and support",
  crosswalk: { ofstedArea: "Leadership and governance", riseArea: "Leadership and management" },
  codes: [
    {
      code: "BS-FIN1",
      group: "finance",
      title: "Budget and three-year plan",
      words:
        "budget setting, three-year budget, budget forecast, school finance, financial planning, cash flow, budget monitoring",
      crosswalk: { isbl: "Finance", legacySleArea: "School business management and financial management" },
    },
    {
      code: "BS-FIN2",
      group: "finance",
      title: "Deficit recovery and curriculum-led financial planning",
      words:
        "deficit budget, deficit recovery plan, icfp, licensed deficit, overspend, balance the books, falling rolls, savings",
      crosswalk: { isbl: "Finance", legacySleArea: "School business management and financial management" },
    },
    {
      code: "BS-FIN3",
      group: "finance",
      title: "Audit and financial controls",
      words:
        "internal audit, internal scrutiny, sfvs, schools financial value standard, financial controls, fraud, procurement card, financial regulations",
      crosswalk: { isbl: "Finance", legacySleArea: "School business management and financial management" },
    },
    {
      code: "BS-HR1",
      group: "people",
      title: "Human resources casework",
      words:
        "hr advice, grievance, disciplinary, sickness absence management, employment tribunal, capability procedure, staff conduct",
      crosswalk: { isbl: "Human Resources" },
    },
    {
      code: "BS-HR2",
      group: "people",
      title: "Restructure",
      words: "redundancy, staffing restructure, staff consultation, tupe, reducing posts, job evaluation",
      crosswalk: { isbl: "Human Resources" },
    },
    {
      code: "BS-HR3",
      group: "people",
      title: "Payroll and pensions",
      words: "payroll provider, teachers pension, lgps, salaries, pay errors, pension returns",
      crosswalk: { isbl: "Human Resources" },
    },
    {
      code: "BS-PR1",
      group: "procurement",
      title: "Procurement and contracts",
      words:
        "tendering, suppliers, contract renewal, value for money, framework agreements, buying, photocopier lease",
      crosswalk: { isbl: "Procurement" },
    },
    {
      code: "BS-PR2",
      group: "procurement",
      title: "Catering and cleaning",
      words:
        "school meals, school kitchen, cleaners, caterers, lunch provision, breakfast club food, canteen",
      crosswalk: { isbl: "Procurement" },
    },
    {
      code: "BS-ES1",
      group: "estates",
      title: "Premises and compliance",
      words:
        "site manager, caretaker, asbestos, legionella, statutory checks, building maintenance, premises team",
      crosswalk: { isbl: "Infrastructure" },
    },
    {
      code: "BS-ES2",
      group: "estates",
      title: "Health and safety",
      words: "risk assessments, fire safety, accident reporting, evac, first aid, trips safety, evolve",
      crosswalk: { isbl: "Infrastructure" },
    },
    {
      code: "BS-ES3",
      group: "estates",
      title: "Capital and condition",
      words:
        "condition improvement fund, cif bid, new building, roof, raac, boilers, capital project, decarbonisation",
      crosswalk: { isbl: "Infrastructure" },
    },
    {
      code: "BS-IT1",
      group: "systems",
      title: "Infrastructure and cyber security",
      words:
        "network, servers, wi-fi, cyber attack, it support, broadband, phishing, firewall, cloud migration",
      crosswalk: { isbl: "Infrastructure" },
    },
    {
      code: "BS-IT2",
      group: "systems",
      title: "Management information system and data returns",
      words: "mis, arbor, sims, bromcom, census return, timetable software, data migration",
      crosswalk: { isbl: "Infrastructure" },
    },
    {
      code: "BS-DP1",
      group: "systems",
      title: "Data protection and freedom of information",
      words:
        "gdpr, subject access request, data breach, dpo, freedom of information request, privacy notice, records retention",
      crosswalk: { isbl: "Leading Support Services" },
    },
    {
      code: "BS-MK1",
      group: "marketing",
      title: "Website, marketing and admissions",
      words:
        "school website, prospectus, open day, pupil recruitment, admissions policy, social media presence, filling places, website compliance",
      crosswalk: { isbl: "Marketing" },
    },
    {
      code: "BS-OP1",
      group: "operations",
      title: "Risk, continuity and governance administration",
      words:
        "risk register, business continuity, policies schedule, emergency plan, critical incident, admin systems, school office",
      crosswalk: {
        isbl: "Leading Support Services",
        legacySleArea: "School business management and financial management",
      },
    },
  ],
};
