import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { contentWarnings } from "./contentWarnings.ts";
import { requestExamples } from "./requestExamples.ts";

const findingsIn = (text: string) => contentWarnings(text).map(({ finding }) => finding);

describe("warnings about a request's content", () => {
  test.each([
    ["pupil-name", "We need help with a pupil called Alder Example in reception"],
    ["pupil-name", "Support for Alder Example, aged 7, who is autistic"],
    ["pupil-name", "The child Alder Example has moved classes"],
    ["date-of-birth", "DOB 04/05/2016, new to the school"],
    ["date-of-birth", "He was born on 4 May 2016 and is new"],
    ["upn", "His UPN is H801200001001"],
    ["nhs-number", "NHS number 943 476 5919"],
    ["phone-number", "Ring the mother on 07700 900123"],
    ["phone-number", "Call us on 0114 496 0123 after four"],
    ["email-address", "Write to parent.one@example.org"],
    ["postal-address", "The family lives at 12 Oakfield Road"],
    ["safeguarding-case", "A girl in year 9 disclosed abuse to her form tutor"],
    ["safeguarding-case", "One of our pupils has been self-harming and we are worried"],
    ["safeguarding-case", "There is an allegation against a member of staff"],
    ["safeguarding-case", "He told us his father has hit him"],
    ["safeguarding-case", "The family was referred to social care last week"],
    ["safeguarding-case", "A pupil who attended our online safety training disclosed grooming yesterday"],
  ])("finds a %s in: %s", (finding, text) => {
    expect(findingsIn(text)).toContain(finding);
  });

  test.each([
    "Designated safeguarding lead training for two new deputies",
    "We want staff to know how to respond when a child discloses abuse",
    "Review our child protection policy and the way allegations are recorded",
    "A whole-school approach to self-harm and suicide prevention",
    "Lessons about domestic abuse and consent in the RSHE curriculum",
    "Our senior mental health lead wants to plan assemblies on self-harm awareness",
    "Budget of 120000 pounds, 210 pupils, URN 900001, 15 days",
    "Year 6 teachers at Oakfield Primary need help by 12/02/2026",
    "Our pupil premium lead and the English subject leader, in Year 4, would like a visit",
    "Writing at Key Stage 2, and Key Stage 3 reading",
  ])("stays quiet about: %s", (text) => {
    expect(findingsIn(text)).toEqual([]);
  });

  test("stays quiet about ordinary requests on every subject, but for those that tell of abuse or an allegation", () => {
    const warned = requestExamples.filter(({ text }) => contentWarnings(text).length > 0);
    expect(warned.map(({ text }) => /domestic abuse|^Allegation/.exec(text)?.[0])).toEqual([
      "domestic abuse",
      "Allegation",
    ]);
  });

  test("says personal data and safeguarding content apart, by place only", () => {
    const text = "A boy was assaulted yesterday. His mother is on 07700 900123.";
    const warnings = contentWarnings(text);
    expect(warnings.map(({ kind }) => kind)).toEqual(["safeguarding-content", "personal-data"]);
    expect(JSON.stringify(warnings)).not.toMatch(/07700|assault/);
    expect(text.slice(warnings[1]?.start, warnings[1]?.end)).toBe("07700 900123");
  });

  test("points inside the text, whatever the text", () => {
    const piece = fc.constantFrom(
      "a child ",
      "disclosed ",
      "07700 900123 ",
      "Pupil Alder Example ",
      "a@b.org ",
      ". ",
      "x",
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string({ maxLength: 5 }))), (pieces) => {
        const text = pieces.join("");
        for (const { start, end } of contentWarnings(text)) {
          expect(start >= 0 && start < end && end <= text.length).toBe(true);
        }
      }),
    );
  });
});
