import { expect, test } from "vitest";
import { waitingCards } from "./waiting.ts";

const nobody = { school: null, practitioner: null };
type Waiting = Parameters<typeof waitingCards>[1];
const waiting = (path: string, more: Partial<Waiting[number]>): Waiting[number] => ({
  what: "look-at-request",
  next: "Look at it",
  path,
  dueOn: null,
  schoolName: null,
  need: null,
  ...more,
});
/** The headings and links of a list, in its order, as they are read aloud. */
const readAloud = (all: Waiting): readonly string[] =>
  Array.from(waitingCards(nobody, all).markup.matchAll(/<(h3|a)[^>]*>(.*?)<\/\1>/gs), ([, , inner = ""]) =>
    inner.replaceAll(/<[^>]*>/g, "").trim(),
  );

test("several things of one kind stand under one heading, each link telling both kind and school", () => {
  const all = [
    waiting("/requests/1", { schoolName: "Oak School" }),
    waiting("/tasks/1", { what: "settle-task", schoolName: "Elm School" }),
    waiting("/requests/2", { schoolName: "Ash School" }),
  ];
  expect(readAloud(all)).toEqual([
    "Look at a request that triage held (2)",
    "Look at a request that triage held: Oak School",
    "Look at a request that triage held: Ash School",
    "Settle a task: Elm School",
  ]);
});

test("things that nothing tells apart stand alone", () => {
  const all = [waiting("/requests/1", {}), waiting("/requests/2", {})];
  expect(readAloud(all)).toEqual(Array(2).fill("Look at a request that triage held"));
});
