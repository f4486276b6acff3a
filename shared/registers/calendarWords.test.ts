import { describe, expect, it } from "vitest";
import { meaningOf } from "./calendarWords.ts";

const said = (summary: string): string => {
  const meaning = meaningOf(summary);
  if (meaning.says === "edge") return `${meaning.edge} of ${meaning.of}`;
  return meaning.says === "days" ? meaning.kind : meaning.says;
};

describe("what the summary of an event says", () => {
  it.each([
    ["Autumn Term 1", "term"],
    ["Michaelmas Term 2026", "term"],
    ["October half-term break", "holiday"],
    ["October half\u2011term", "holiday"],
    ["Half \u2013 term\u00a0break", "holiday"],
    ["Half\u00a0\u00a0term", "holiday"],
    ["Easter Holidays", "holiday"],
    ["INSET Day (school closed to pupils)", "inset"],
    ["Training day - term starts for staff", "inset"],
    ["Non-pupil day", "inset"],
    ["School closed: polling station", "closed"],
    ["Disaggregated INSET day", "closed"],
    ["Hallam: Term day (Week 1)", "term"],
    ["Early May Bank Holiday", "bank-holiday"],
  ])("%s is %s", (summary, meaning) => expect(said(summary)).toBe(meaning));

  it.each([
    ["Autumn term starts", "first of term"],
    ["TERM BEGINS", "first of term"],
    ["Start of Spring Term 2027", "first of term"],
    ["First day of Term 3", "first of term"],
    ["Term starts for Year 7 at 8.45am", "first of term"],
    ["Schools re-open", "first of term"],
    ["Pupils return from half term", "first of term"],
    ["Back to school after Easter", "first of term"],
    ["Summer Term Ends", "last of term"],
    ["Last day of school before half term", "last of term"],
    ["Schools close for Christmas", "last of term"],
    ["Break up for summer holidays", "last of term"],
    ["HALF TERM BEGINS", "first of holiday"],
    ["Easter holidays start", "first of holiday"],
    ["Half-term ends", "last of holiday"],
  ])("%s is the %s", (summary, meaning) => expect(said(summary)).toBe(meaning));

  it.each([
    "Sports day",
    "End of term disco",
    "Last day of term: Christmas jumpers",
    "Term ends and holiday starts",
    "Term starts for nursery",
    "Year 6 SATs begin",
    "Parents' evening",
    "October mid-term",
  ])("%s says nothing that is sure", (summary) => expect(said(summary)).toBe("nothing"));
});
