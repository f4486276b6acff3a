import { expect, test } from "vitest";
import { navigation } from "./navigation.ts";

const tokenOf = (claims: object): string =>
  ["header", Buffer.from(JSON.stringify(claims)).toString("base64url"), "seal"].join(".");
const inside = { sub: "account-1", partnership: "par_aaaaaaaa" };
const placesFor = (claims: object): string[] =>
  [...(navigation(tokenOf({ ...inside, ...claims }), "/")?.markup ?? "").matchAll(/>([A-Z][^<]*)</g)].map(
    ([, text]) => text ?? "",
  );
const marked = (at: string): string[] | undefined =>
  /href="([^"]*)"\s+aria-current="(\w+)"/
    .exec(navigation(tokenOf({ ...inside, roles: "broker" }), at)?.markup ?? "")
    ?.slice(1);

test("everybody is led to the places that their roles use, and to no others", () => {
  expect(placesFor({ roles: "broker" })).toEqual([
    "To do",
    "Requests",
    "Match runs",
    "Offers",
    "Work",
    "Tasks",
    "People and schools",
    "People",
    "Schools",
    "Results",
    "What lasted",
    "Impact",
    "Set-up",
    "Imports",
    "Settings",
  ]);
  expect(placesFor({ roles: "school" })).toEqual([
    "To do",
    "Requests",
    "Offers",
    "Work",
    "People",
    "What lasted",
  ]);
  expect(placesFor({ roles: "practitioner", person: "per_aaaaaaaa" })).toEqual([
    "To do",
    "Requests",
    "Offers",
    "Work",
    "What you offer",
  ]);
  expect(placesFor({ roles: "nobody" })).toEqual([]);
});

test("the present place is marked, and the one that holds the present page", () => {
  expect(marked("/")).toEqual(["/", "page"]);
  expect(marked("/pages/tasks")).toEqual(["/pages/tasks", "page"]);
  for (const [below, place] of [
    ["verdicts/per_1", "match-runs"],
    ["outcomes", "requests"],
    ["offers/off_1", "offers"],
    ["deployments/dep_1/visits", "deployments"],
    ["follow-ups/fol_1", "follow-ups"],
  ])
    expect(marked(`/pages/requests/req_1/${below}`)).toEqual([`/pages/${place}`, "true"]);
  expect(marked("/pages/register-imports/imp_1")).toEqual(["/pages/register-imports", "true"]);
  for (const each of ["people", "request", "calendar"])
    expect(marked(`/pages/${each}-imports`)).toEqual(["/pages/register-imports", "true"]);
  expect(marked("/pages/calendars/partnership/2026-27")).toEqual(["/pages/partnership", "true"]);
  expect(marked("/pages/expertise-leaves/CT-03.SSP")).toEqual(["/pages/partnership", "true"]);
  expect(marked("/pages/requests-imports")).toBeUndefined();
});

test("a group says that the present place is in it, also while it is closed", () => {
  const { markup = "" } = navigation(tokenOf({ ...inside, roles: "broker" }), "/pages/schools/sch_1") ?? {};
  expect(markup).toMatch(/<summary class="here">People and schools<span class="away">, you are here/);
  expect(markup.match(/class="here"/g)).toHaveLength(1);
});

test("a token that cannot be read leads nowhere", () => {
  expect(navigation("token", "/")).toBeUndefined();
});
