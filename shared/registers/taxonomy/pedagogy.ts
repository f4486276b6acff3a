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
        "direct instruction, modelling, worked examples, rosenshine, clear explanations, i do we do you do, cognitive load, clear modelling, step by step, guided practice, small steps, explaining new ideas, breaking learning down, exposition, worked example, explicit teaching, explicitly model",
    },
    {
      code: "PA-02",
      group: "teaching",
      title: "Metacognition",
      words:
        "self-regulated learning, thinking about thinking, learning strategies, study skills, revision strategies, independent learners, metacognitive, plan monitor evaluate, how pupils learn, learn how to learn, rely on adults, give up easily, self-regulation, exam revision, memory techniques, independence",
      crosswalk: { eef: "Metacognition and Self-regulated Learning" },
    },
    {
      code: "PA-03",
      group: "assessment",
      title: "Feedback",
      words:
        "marking, marking policy, written feedback, whole-class feedback, live marking, verbal feedback, marking workload, marking books, comments in books, acting on feedback, response to marking, feedback policy, reduce marking, mark books",
      crosswalk: { eef: "Teacher Feedback to Improve Pupil Learning" },
    },
    {
      code: "PA-04",
      group: "assessment",
      title: "Formative assessment",
      words:
        "assessment for learning, checking for understanding, questioning, cold call, mini whiteboards, retrieval, misconceptions, afl, exit tickets, hinge questions, low-stakes quizzes, quizzing, check understanding, gaps in knowledge, questioning techniques, show-me boards, retrieval practice, wait time",
      crosswalk: { legacySleArea: "Assessment" },
    },
    {
      code: "PA-05",
      group: "assessment",
      title: "Summative assessment and data",
      words:
        "assessment system, test papers, end of year assessments, tracking system, data drops, standardised tests, assessment without levels, end of term tests, assessment calendar, tracking progress, tracker, reports to parents, grading, mock exams, baseline tests, assessment framework, assessment policy, assessment data, summative",
      crosswalk: { legacySleArea: "Assessment", ofstedArea: "Achievement" },
    },
    {
      code: "PA-06",
      group: "assessment",
      title: "Moderation",
      words:
        "moderating, standardisation, teacher assessment judgements, comparing books, agreement trialling, moderate, agree standards, consistent judgements, exemplification, cross-school moderation, comparative judgement, judging writing, borderline books",
      crosswalk: { legacySleArea: "Assessment", ofstedArea: "Achievement" },
    },
    {
      code: "PA-07",
      group: "teaching",
      title: "Adaptive teaching",
      words:
        "differentiation, scaffolding, high-quality teaching, quality first teaching, mixed-ability, meeting all needs in class, differentiate, range of needs in one class, scaffolds, adapt lessons, mixed attainment, access the same work, inclusive teaching, ordinarily available provision, adaptations",
      crosswalk: { ofstedArea: "Inclusion" },
    },
    {
      code: "PA-08",
      group: "language",
      title: "Oracy",
      words:
        "talk, speaking and listening, classroom discussion, debating, spoken language, public speaking, dialogic teaching, full sentences, presentations, debate, talk partners, articulate, classroom talk, sentence stems, listening skills, discussion skills, spoken",
    },
    {
      code: "PA-09",
      group: "teaching",
      title: "Homework",
      words:
        "home learning, homework policy, flipped learning, independent study, homework club, set homework, online homework, work at home, homework completion, home tasks",
    },
    {
      code: "PA-10",
      group: "digital",
      title: "Digital technology and AI",
      words:
        "artificial intelligence, chatgpt, edtech, tablets, devices, google classroom, chromebooks, digital strategy, ai, generative ai, ipads, laptops, online platform, technology in lessons, apps, visualisers, virtual learning environment, interactive whiteboards, blended learning, learning technology",
      crosswalk: { eef: "Using Digital Technology to Improve Learning" },
    },
    {
      code: "PA-11",
      group: "adults",
      title: "Deploying teaching assistants",
      words:
        "teaching assistants, tas, lsas, support staff in class, additional adults, ta interventions, adult support, learning support assistants, reliance on adults, deployment of support staff, maximising the impact of teaching assistants, mita",
      crosswalk: { eef: "Deployment of Teaching Assistants" },
    },
    {
      code: "PA-12",
      group: "adults",
      title: "Tutoring and small groups",
      words:
        "tuition, small group intervention, one-to-one tuition, catch-up, school-led tutoring, interventions, tutors, tutoring programme, national tutoring programme, intervention groups, one to one tuition, booster sessions, boosters, academic mentoring",
    },
    {
      code: "PA-13",
      group: "teaching",
      title: "Most able pupils",
      words:
        "more able, high attainers, greater depth, gifted and talented, stretch and challenge, high prior attainment, oxbridge, higher attainers, brightest, top grades, grade 9, scholars, high ability, extension tasks, able disadvantaged, challenge for the most able, top end",
      crosswalk: { legacySleArea: "Support for the most able pupils", ofstedArea: "Achievement" },
    },
    {
      code: "PA-14",
      group: "coaching",
      title: "Instructional coaching",
      words:
        "coaching teachers, lesson observation, walkthrus, deliberate practice, action steps, drop-ins, teacher coaching, coach teachers, coaching programme, coaching model, feedback after observations, incremental coaching, video coaching, learning walks, peer observation, lesson visits, observing lessons",
      crosswalk: { npq: ["LTD"], eef: "Effective Professional Development" },
    },
    {
      code: "PA-15",
      group: "language",
      title: "Disciplinary literacy",
      words:
        "literacy across the curriculum, academic vocabulary, tier two words, subject-specific reading, tier three vocabulary, subject vocabulary, reading across subjects, reading in every subject, key terms, literacy in all subjects, etymology, complex texts, whole-school literacy, subject literacy",
      crosswalk: { npq: ["LL"], eef: "Improving Literacy in Secondary Schools" },
    },
    {
      code: "PA-16",
      group: "coaching",
      title: "Using evidence and leading research",
      words:
        "research lead, evidence-informed, action research, eef, research school, lesson study, education endowment foundation, research evidence, evidence based, journal club, teacher enquiry, trial, academic research, engage with research, evidence lead, research-informed, use of evidence",
      crosswalk: { npq: ["LTD"], eef: "A School's Guide to Implementation" },
    },
  ],
};
