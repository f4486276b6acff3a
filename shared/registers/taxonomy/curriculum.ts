import type { FamilyEntry } from "./entry.ts";

/** What is taught. */
export const curriculum: FamilyEntry = {
  family: "CT",
  title: "Curriculum and subjects",
  crosswalk: { ofstedArea: "Curriculum and teaching", riseArea: "Quality of education" },
  codes: [
    {
      code: "CT-01",
      group: "whole",
      title: "Whole-curriculum design",
      words:
        "curriculum intent, progression map, sequencing, curriculum review, curriculum map, knowledge-rich curriculum, long-term plan",
      crosswalk: { legacySleArea: "Leadership of curriculum" },
    },
    {
      code: "CT-02",
      group: "literacy",
      title: "English",
      words: "english literature, literacy, gcse english, grammar, spelling, english department, shakespeare",
      crosswalk: { legacySleArea: "English", npq: ["LL"], eef: "Improving Literacy in Secondary Schools" },
    },
    {
      code: "CT-03",
      group: "literacy",
      title: "Phonics and early reading",
      words:
        "phonics screening, systematic synthetic phonics, ssp, decoding, blending, decodable books, learning to read, letter sounds, graphemes",
      crosswalk: { legacySleArea: "Phonics", npq: ["LL"], eef: "Improving Literacy in Key Stage 1" },
    },
    {
      code: "CT-04",
      group: "literacy",
      title: "Reading",
      words:
        "reading comprehension, reading fluency, guided reading, reading for pleasure, library, inference, vocabulary, key stage 2 reading",
      crosswalk: { legacySleArea: "English", npq: ["LL"], eef: "Improving Literacy in Key Stage 2" },
    },
    {
      code: "CT-05",
      group: "literacy",
      title: "Writing",
      words:
        "handwriting, composition, sentence construction, transcription, spelling, greater depth writing, extended writing, writers",
      crosswalk: { legacySleArea: "English", npq: ["LL"], eef: "Improving Literacy in Key Stage 2" },
    },
    {
      code: "CT-06",
      group: "maths",
      title: "Mathematics",
      words:
        "maths, gcse maths, arithmetic, times tables, problem solving, reasoning, algebra, numeracy, fractions",
      crosswalk: { legacySleArea: "Maths", npq: ["LPM"], eef: "Improving Mathematics in Key Stages 2 and 3" },
    },
    {
      code: "CT-07",
      group: "maths",
      title: "Early number and maths mastery",
      words:
        "mastering number, teaching for mastery, counting, subitising, number sense, maths hub, number bonds, concrete pictorial abstract",
      crosswalk: {
        legacySleArea: "Maths",
        npq: ["LPM"],
        eef: "Improving Mathematics in the Early Years and Key Stage 1",
      },
    },
    {
      code: "CT-08",
      group: "sciences",
      title: "Science",
      words:
        "biology, chemistry, physics, practical work, scientific enquiry, working scientifically, experiments, lab",
      crosswalk: { legacySleArea: "Science", eef: "Improving Secondary Science" },
    },
    {
      code: "CT-09",
      group: "sciences",
      title: "Computing",
      words:
        "computer science, programming, coding, scratch, python, algorithms, computing curriculum, ict lessons",
      crosswalk: { legacySleArea: "Information and communication technology" },
    },
    {
      code: "CT-10",
      group: "humanities",
      title: "History",
      words: "historical enquiry, chronology, historical sources, historians, past",
      crosswalk: { legacySleArea: "History" },
    },
    {
      code: "CT-11",
      group: "humanities",
      title: "Geography",
      words: "fieldwork, map skills, physical geography, human geography, geographers",
      crosswalk: { legacySleArea: "Geography" },
    },
    {
      code: "CT-12",
      group: "humanities",
      title: "Religious education",
      words: "re, agreed syllabus, worldviews, religion, faith lessons, siams",
      crosswalk: { legacySleArea: "Religious education" },
    },
    {
      code: "CT-13",
      group: "languages",
      title: "Languages",
      words: "french, spanish, german, mfl, modern foreign languages, mandarin, latin, primary languages",
      crosswalk: { legacySleArea: "Modern foreign languages" },
    },
    {
      code: "CT-14",
      group: "arts",
      title: "Art and design",
      words: "art, drawing, painting, sculpture, sketchbooks, artsmark, ceramics",
      crosswalk: { legacySleArea: "Art" },
    },
    {
      code: "CT-15",
      group: "technology",
      title: "Design and technology, and food",
      words: "d&t, food technology, cooking and nutrition, textiles, product design, workshop, engineering",
      crosswalk: { legacySleArea: "Design and technology" },
    },
    {
      code: "CT-16",
      group: "arts",
      title: "Music",
      words:
        "singing, instrumental teaching, choir, music hub, model music curriculum, composing, orchestra, ukulele",
      crosswalk: { legacySleArea: "Music" },
    },
    {
      code: "CT-17",
      group: "arts",
      title: "Drama",
      words: "theatre studies, performance, role play, acting, school play, dance",
      crosswalk: { legacySleArea: "Drama" },
    },
    {
      code: "CT-18",
      group: "physical",
      title: "Physical education",
      words: "pe, sport, swimming, games, gymnastics, pe and sport premium, dance, athletics",
      crosswalk: { legacySleArea: "Physical education" },
    },
    {
      code: "CT-19",
      group: "personal",
      title: "PSHE and relationships education",
      words: "pshe, rshe, rse, sex education, relationships and health education, consent education",
      crosswalk: { legacySleArea: "Personal, social and health education" },
    },
    {
      code: "CT-20",
      group: "personal",
      title: "Citizenship",
      words: "british values, democracy, law and politics, active citizenship, voting",
    },
    {
      code: "CT-21",
      group: "technology",
      title: "Business and economics",
      words: "business studies, economics, enterprise, finance a level, accounting",
    },
    {
      code: "CT-22",
      group: "post16",
      title: "Technical and T level",
      words:
        "t level, vocational courses, btec, technical qualifications, apprenticeships, industry placement, cambridge nationals",
    },
    {
      code: "CT-23",
      group: "post16",
      title: "Sixth form",
      words: "a level, post-16 curriculum, key stage 5, year 12, year 13, sixth form teaching",
    },
    {
      code: "CT-24",
      group: "whole",
      title: "Mixed-age and small-school curriculum",
      words:
        "mixed-age classes, small school, rolling programme, two-year cycle, vertical grouping, rural school, year groups together",
    },
  ],
};
