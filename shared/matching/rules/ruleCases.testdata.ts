import type { SchoolId } from "../../domain/ids.ts";
import type { KnownConcern, MatchInterest, SupportGiven } from "../facts/facts.ts";
import { personId, present } from "../facts/madeUpArea.ts";
import { asking, type Change, home, inGroup, person } from "./rules.testdata.ts";

const interest = (at: SchoolId, since: string | null): MatchInterest => ({
  schoolId: at,
  kind: "family",
  since,
  until: null,
});
const support = (homeSchoolId: SchoolId, receivingSchoolId: SchoolId, onDate: string): SupportGiven => ({
  homeSchoolId,
  receivingSchoolId,
  onDate,
  deploymentId: null,
});
const inspected = (publishedOn: string): KnownConcern => ({
  by: "inspection",
  category: "special-measures",
  framework: "oeif",
  since: "2025-11-04",
  publishedOn,
});

/** For each rule: a change that makes it refuse, words its reason must hold, and the nearest change that passes. */
export const ruleCases: readonly { rule: string; refused: Change; says: string; passes: Change }[] = [
  {
    rule: "expertise",
    refused: { request: { codes: { primary: "CT-06", secondary: [] } } },
    says: "CT-06",
    passes: { request: { codes: { primary: "CT-04", secondary: [] } } },
  },
  { rule: "same-school", refused: { request: { schoolId: home } }, says: "works at the school", passes: {} },
  {
    rule: "same-trust",
    refused: { home: { memberships: [present("trust", "T0")] } },
    says: "trust T0",
    passes: { home: { memberships: [] }, asking: { memberships: [] } },
  },
  {
    rule: "same-federation",
    refused: inGroup("federation"),
    says: "federation G1",
    passes: { home: { memberships: [present("federation", "G1")] } },
  },
  {
    rule: "same-foundation",
    refused: inGroup("foundation-trust"),
    says: "foundation trust G1",
    passes: {
      home: { memberships: [present("foundation-trust", "G1")] },
      asking: { memberships: [present("multi-academy-trust", "G1")] },
    },
  },
  {
    rule: "same-umbrella",
    refused: inGroup("umbrella-trust"),
    says: "umbrella trust G1",
    passes: {
      home: { memberships: [present("umbrella-trust", "G1")] },
      asking: { memberships: [present("umbrella-trust", "G2")] },
    },
  },
  { rule: "same-group", refused: inGroup("unknown"), says: "group G1", passes: inGroup("sponsor") },
  {
    rule: "past-employer",
    refused: { person: { formerEmployers: [{ schoolId: asking, endedOn: "2024-01-05" }] } },
    says: "2024-01-05",
    passes: { person: { formerEmployers: [{ schoolId: asking, endedOn: "2024-01-04" }] } },
  },
  {
    rule: "declared-reason",
    refused: { person: { declaredInterests: [interest(asking, "2026-03-27")] } },
    says: "declared",
    passes: { person: { declaredInterests: [interest(asking, "2026-03-28"), interest(home, null)] } },
  },
  {
    rule: "reciprocal",
    refused: { recentSupport: [support(asking, home, "2023-01-05")] },
    says: "2023-01-05",
    passes: {
      recentSupport: [support(asking, home, "2023-01-04"), support(home, asking, "2025-12-01")],
    },
  },
  {
    rule: "home-school-in-concern",
    refused: { home: { concern: inspected("2026-01-05") } },
    says: "category of concern",
    passes: { home: { concern: inspected("2026-01-06") }, asking: { concern: { by: "broker" } } },
  },
  {
    rule: "assurance-lapsed",
    refused: { person: { assuranceValidUntil: "2026-01-11" } },
    says: "2026-01-11",
    passes: { person: { assuranceValidUntil: "2026-01-12" } },
  },
  {
    rule: "designation-missing",
    refused: {
      request: { requiredDesignation: "SLE" },
      person: { designations: [{ name: "SLE", expiresOn: "2026-01-04" }] },
    },
    says: "expired on 2026-01-04",
    passes: {
      request: { requiredDesignation: "SLE" },
      person: { designations: [{ name: "SLE", expiresOn: "2026-01-05" }] },
    },
  },
  { rule: "parked", refused: { person: { parked: true } }, says: "not taking offers", passes: {} },
  {
    rule: "held-already",
    refused: { request: { alreadyHeld: [person] } },
    says: "already holds",
    passes: { request: { alreadyHeld: [personId(2)] } },
  },
  {
    rule: "declined-already",
    refused: { request: { declinedBy: [person] } },
    says: "declined",
    passes: { request: { declinedBy: [personId(2)] } },
  },
  {
    rule: "excluded",
    refused: { request: { excluded: [person] } },
    says: "excluded",
    passes: { request: { excluded: [personId(2)] } },
  },
  {
    rule: "phase",
    refused: { request: { phase: "secondary" } },
    says: "secondary",
    passes: { request: { phase: "secondary" }, person: { phases: ["primary", "secondary"] } },
  },
  {
    rule: "mode",
    refused: { request: { mode: "remote" } },
    says: "remote",
    passes: { request: { mode: "remote" }, person: { modes: ["hybrid"] } },
  },
  {
    rule: "too-far",
    refused: { person: { travelLimitMetres: 9_999 } },
    says: "10 km",
    passes: { person: { travelLimitMetres: 10_000 } },
  },
  {
    rule: "unavailable",
    refused: { person: { availability: [{ from: "2026-03-27", to: "2026-04-30" }] } },
    says: "1 weekday ",
    passes: { person: { availability: [{ from: "2026-03-26", to: "2026-04-30" }] } },
  },
  {
    rule: "no-slots",
    refused: { person: { capacitySlotsLeft: 0, loadSlots: 2 } },
    says: "2 deployments",
    passes: { person: { capacitySlotsLeft: 1, loadSlots: 2 } },
  },
  {
    rule: "no-days",
    refused: { person: { capacityHalfDaysLeft: 3 } },
    says: "1.5 days",
    passes: { person: { capacityHalfDaysLeft: 4 } },
  },
];
