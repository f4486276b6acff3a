import { expect, test } from "vitest";
import { reasonInWords } from "./reasons.ts";

const reasons = [
  "claims CT-03 at level can-coach, last practised in 2026",
  "works in early-years, primary, at a school for primary",
  "pupils 210 beside 169, free school meals 31.7 % beside 45 %",
  "works hybrid by choice",
  "can work remote",
  "gave no dates",
  "holds 0 deployments or open offers now",
  "holds 2 deployments or open offers now",
  "claims nothing near CT-03",
];

test("a practitioner reads the reasons of an offer as said to them", () => {
  expect(reasons.map((each) => reasonInWords(each, true))).toEqual([
    "You can help with Phonics and early reading: can coach it, last practised in 2026",
    "You work with early years, primary, at a school for primary",
    "Your school beside the one that asked: pupils 210 beside 169, free school meals 31.7 % beside 45 %",
    "You prefer to work partly at the school, partly remotely",
    "You can work remotely, and prefer another way",
    "You gave no dates: any school day is taken as free",
    "You had no other work or open offer",
    "You had other work or open offers: 2",
    "Claims nothing near Phonics and early reading",
  ]);
});

test("heads read them as said of somebody else", () => {
  expect(reasons.map((each) => reasonInWords(each, false))).toEqual([
    "Says that they can help with Phonics and early reading: can coach it, last practised in 2026",
    "Works with early years, primary, at a school for primary",
    "The practitioner's school beside the one that asked: pupils 210 beside 169, free school meals 31.7 % beside 45 %",
    "Prefers to work partly at the school, partly remotely",
    "Can work remotely, and prefers another way",
    "Gave no dates: any school day is taken as free",
    "Had no other work or open offer",
    "Had other work or open offers: 2",
    "Claims nothing near Phonics and early reading",
  ]);
});
