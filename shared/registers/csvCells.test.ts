import { expect, test } from "vitest";
import { emailCell, textCell } from "./csvCells.ts";

const takes = (text: string): boolean => textCell(60).safeParse(text).success;

test("a cell takes text of any script, and none that shows nothing or turns what stands beside it round", () => {
  for (const text of ["Zoë Ó Briain", "שרה", "👩🏽‍🏫", "two\nlines"]) expect(takes(text)).toBe(true);
  for (const text of ["\u202Eeman", "a\u0007b", "\ud800", "\u200b \u200b", ""])
    expect(takes(text)).toBe(false);
});

test("an address that no mail system carries is refused", () => {
  const address = (length: number) => `somebody@${"a".repeat(length - 17)}.example`;
  expect(emailCell.safeParse(address(60)).success).toBe(true);
  expect(emailCell.safeParse(`${"a.".repeat(120)}a@school.example`).success).toBe(false);
});
