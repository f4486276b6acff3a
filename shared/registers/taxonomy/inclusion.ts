import type { FamilyEntry } from "./entry.ts";

/** Special needs by the SEND Code and GIAS names, and other barriers to learning. */
export const inclusion: FamilyEntry = {
  family: "IN",
  title: "Inclusion and SEND",
  crosswalk: {
    ofstedArea: "Inclusion",
    riseArea: "Quality of education",
    legacySleArea: "Special educational needs",
    npq: ["SENCO"],
    eef: "Special Educational Needs in Mainstream Schools",
  },
  codes: [
    {
      code: "IN-SPLD",
      group: "cognition",
      title: "Specific learning difficulty",
      words: "dyslexia, dyscalculia, dyspraxia, dysgraphia, dyslexic pupils, specific learning difficulties",
      crosswalk: { giasSen: "SpLD - Specific Learning Difficulty" },
    },
    {
      code: "IN-MLD",
      group: "cognition",
      title: "Moderate learning difficulty",
      words: "moderate learning difficulties, slow progress, below age related, cognition and learning",
      crosswalk: { giasSen: "MLD - Moderate Learning Difficulty" },
    },
    {
      code: "IN-SLD",
      group: "cognition",
      title: "Severe learning difficulty",
      words: "severe learning difficulties, engagement model, pre-key stage, semi-formal curriculum",
      crosswalk: { giasSen: "SLD - Severe Learning Difficulty" },
    },
    {
      code: "IN-PMLD",
      group: "cognition",
      title: "Profound and multiple learning difficulty",
      words:
        "profound and multiple learning difficulties, complex needs, sensory curriculum, informal curriculum",
      crosswalk: { giasSen: "PMLD - Profound and Multiple Learning Difficulty" },
    },
    {
      code: "IN-SLCN",
      group: "communication",
      title: "Speech, language and communication",
      words:
        "speech and language therapy, selective mutism, developmental language disorder, makaton, communication needs, stammer, colourful semantics",
      crosswalk: { giasSen: "SLCN - Speech, language and Communication" },
    },
    {
      code: "IN-ASD",
      group: "communication",
      title: "Autism",
      words:
        "autistic spectrum disorder, autistic pupils, asc, neurodiversity, sensory overload, aspergers, visual timetables, low arousal",
      crosswalk: { giasSen: "ASD - Autistic Spectrum Disorder" },
    },
    {
      code: "IN-SEMH",
      group: "semh",
      title: "Social, emotional and mental health needs",
      words:
        "semh, adhd, attachment difficulties, nurture group, emotional regulation, thrive, boxall profile, dysregulated",
      crosswalk: { giasSen: "SEMH - Social, Emotional and Mental Health" },
    },
    {
      code: "IN-HI",
      group: "sensory",
      title: "Hearing impairment",
      words: "deaf, hearing aids, teacher of the deaf, british sign language, cochlear implant, radio aid",
      crosswalk: { giasSen: "HI - Hearing Impairment" },
    },
    {
      code: "IN-VI",
      group: "sensory",
      title: "Visual impairment",
      words: "blind, partially sighted, braille, large print, qtvi, low vision",
      crosswalk: { giasSen: "VI - Visual Impairment" },
    },
    {
      code: "IN-MSI",
      group: "sensory",
      title: "Multi-sensory impairment",
      words: "deafblind, dual sensory loss, combined sight and hearing loss",
      crosswalk: { giasSen: "MSI - Multi-Sensory Impairment" },
    },
    {
      code: "IN-PD",
      group: "sensory",
      title: "Physical disability",
      words:
        "wheelchair, physical disabilities, accessibility plan, cerebral palsy, mobility, medical conditions, physiotherapy, hoist",
      crosswalk: { giasSen: "PD - Physical Disability" },
    },
    {
      code: "IN-OTH",
      group: "cognition",
      title: "Other difficulty or disability",
      words:
        "other disability, rare syndrome, foetal alcohol spectrum, down syndrome, tourette, epilepsy, diabetes",
      crosswalk: { giasSen: "OTH - Other Difficulty/Disability" },
    },
    {
      code: "IN-13",
      group: "leading",
      title: "SENCO leadership",
      words:
        "new senco, sendco, send leadership, send strategy, send review, inclusion lead, special educational needs coordinator",
    },
    {
      code: "IN-14",
      group: "leading",
      title: "Graduated approach and EHC plans",
      words:
        "ehcp, education health and care plan, annual review, assess plan do review, provision map, sen support plans, individual education plan",
    },
    {
      code: "IN-15",
      group: "leading",
      title: "Resourced provision and SEN units",
      words:
        "resource base, arp, specialist unit, additionally resourced provision, specialist classroom, hub for pupils with ehc plans",
    },
    {
      code: "IN-16",
      group: "barriers",
      title: "English as an additional language and new arrivals",
      words:
        "eal, new to english, refugees, asylum seekers, newly arrived pupils, bilingual learners, international new arrivals",
      crosswalk: { legacySleArea: "", npq: [], eef: "" },
    },
    {
      code: "IN-17",
      group: "barriers",
      title: "Looked-after children",
      words:
        "children in care, virtual school, previously looked after, designated teacher, foster, adopted children, personal education plan",
      crosswalk: { legacySleArea: "Closing the gap", npq: [], eef: "" },
    },
    {
      code: "IN-18",
      group: "barriers",
      title: "Disadvantage and pupil-premium review",
      words:
        "pupil premium, disadvantaged pupils, free school meals gap, closing the gap, poverty, attainment gap, white working class",
      crosswalk: { legacySleArea: "Closing the gap", npq: [], eef: "The EEF Guide to the Pupil Premium" },
    },
  ],
};
