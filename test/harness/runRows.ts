import type { RunRows } from "../../functions/match/runRows.ts";
import { numbered, someOffer, somePerson, somePolicy, someRequest, someSchool } from "./rows.ts";

export const today = "2026-01-12";
const now = `${today}T09:00:00.000Z`;

/** Somebody of school 2 who may be proposed for the request of school 1. */
export const person = somePerson(1, numbered.school(2));
export const request = someRequest(1, numbered.school(1), today);

/** An offer of the two that nobody has answered, and one that the practitioner has accepted. */
export const sent = someOffer(request, person, { policy: somePolicy(), now });
export const accepted = {
  ...sent,
  state: "accepted" as const,
  consents: sent.consents.map((each) =>
    each.party === "practitioner" ? { ...each, answer: "yes" as const } : each,
  ),
};

/** The rows of a partnership that has these alone. */
export const rows: RunRows = {
  today,
  schools: [someSchool(1), someSchool(2)],
  people: [person],
  capacities: [],
  requests: [request],
  offers: [],
  pastOffers: [],
  deployments: [],
  lastProposals: [],
};
