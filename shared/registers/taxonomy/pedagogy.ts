import type { FamilyEntry } from "./entry.ts";

/** How it is taught and assessed. */
export const pedagogy: FamilyEntry = {
  family: "PA",
  title: "Pedagogy and assessment",
  crosswalk: { ofstedArea: "Curriculum and teaching", riseArea: "Quality of education", npq: ["LT"] },
  codes: [
    {
      code: "PA-01",
      group: "teaching",
      title: "Explicit instruction",
      words:
        "direct instruction, modelling, worked examples, rosenshine, clear explanations, i do we do you do, cognitive load",
    },
    {
      code: "PA-02",
      group: "teaching",
      title: "Metacognition",
      words:
        "self-regulated learning, thinking about thinking, learning strategies, study skills, revision strategies, independent learners",
      crosswalk: { eef: "Metacognition and Self-regulated Learning" },
    },
    {
      code: "PA-03",
      group: "assessment",
      title: "Feedback",
      words:
        "marking, marking policy, written feedback, whole-class feedback, live marking, verbal feedback, marking workload",
      crosswalk: { eef: "Teacher Feedback to Improve Pupil Learning" },
    },
    {
      code: "PA-04",
      group: "assessment",
      title: "Formative assessment",
      words:
        "assessment for learning, checking for understanding, questioning, cold call, mini whiteboards, retrieval, misconceptions",
      crosswalk: { legacySleArea: "Assessment" },
    },
    {
      code: "PA-05",
      group: "assessment",
      title: "Summative assessment and data",
      words:
        "assessment system, test papers, end of year assessments, tracking system, data drops, standardised tests, assessment without levels",
      crosswalk: { legacySleArea: "Assessment", ofstedArea: "Achievement" },
    },
    {
      code: "PA-06",
      group: "assessment",
      title: "Moderation",
      words:
        "moderating, standardisation, teacher assessment judgements, comparing books, agreement trialling",
      crosswalk: { legacySleArea: "Assessment", ofstedArea: "Achievement" },
    },
    {
      code: "PA-07",
      group: "teaching",
      title: "Adaptive teaching",
      words:
        "differentiation, scaffolding, high-quality teaching, quality first teaching, mixed-ability, meeting all needs in class",
      crosswalk: { ofstedArea: "Inclusion" },
    },
    {
      code: "PA-08",
      group: "language",
      title: "Oracy",
      words:
        "talk, speaking and listening, classroom discussion, debating, spoken language, public speaking, dialogic teaching",
    },
    {
      code: "PA-09",
      group: "teaching",
      title: "Homework",
      words: "home learning, homework policy, flipped learning, independent study",
    },
    {
      code: "PA-10",
      group: "digital",
      title: "Digital technology and AI",
      words:
        "artificial intelligence, chatgpt, edtech, tablets, devices, google classroom, chromebooks, digital strategy",
      crosswalk: { eef: "Using Digital Technology to Improve Learning" },
    },
    {
      code: "PA-11",
      group: "adults",
      title: "Deploying teaching assistants",
      words: "teaching assistants, tas, lsas, support staff in class, additional adults, ta interventions",
      crosswalk: { eef: "Deployment of Teaching Assistants" },
    },
    {
      code: "PA-12",
      group: "adults",
      title: "Tutoring and small groups",
      words:
        "tuition, small group intervention, one-to-one tuition, catch-up, school-led tutoring, interventions",
    },
    {
      code: "PA-13",
      group: "teaching",
      title: "Most able pupils",
      words:
        "more able, high attainers, greater depth, gifted and talented, stretch and challenge, high prior attainment, oxbridge",
      crosswalk: { legacySleArea: "Support for the most able pupils", ofstedArea: "Achievement" },
    },
    {
      code: "PA-14",
      group: "coaching",
      title: "Instructional coaching",
      words:
        "coaching teachers, lesson observation, walkthrus, deliberate practice, action steps, drop-ins, teacher coaching",
      crosswalk: { npq: ["LTD"], eef: "Effective Professional Development" },
    },
    {
      code: "PA-15",
      group: "language",
      title: "Disciplinary literacy",
      words:
        "literacy across the curriculum, academic vocabulary, tier two words, subject-specific reading, tier three vocabulary",
      crosswalk: { npq: ["LL"], eef: "Improving Literacy in Secondary Schools" },
    },
    {
      code: "PA-16",
      group: "coaching",
      title: "Using evidence and leading research",
      words: "research lead, evidence-informed, action research, eef, research school, lesson study",
      crosswalk: { npq: ["LTD"], eef: "A School's Guide to Implementation" },
    },
  ],
};
