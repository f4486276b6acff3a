import { type HardRule, ofRequest } from "./rule.ts";

export const declinedAlready: HardRule = {
  name: "declined-already",
  overridable: false,
  isOwn: true,
  refused: "unwilling, having declined it",
  refuses: ({ practitioner, request }) => request.declinedBy.includes(practitioner.id),
  why: () => "The practitioner has declined this request already.",
  evidence: (pair) => ofRequest(pair, "declined by the practitioner"),
};

export const excludedByBroker: HardRule = {
  name: "excluded",
  overridable: false,
  isOwn: false,
  refused: "excluded by the broker",
  refuses: ({ practitioner, request }) => request.excluded.includes(practitioner.id),
  why: () => "The broker has excluded the practitioner from this request.",
  evidence: (pair) => ofRequest(pair, "the practitioner is excluded"),
};

export const heldAlready: HardRule = {
  name: "held-already",
  overridable: false,
  isOwn: true,
  refused: "on the request already",
  refuses: ({ practitioner, request }) => request.alreadyHeld.includes(practitioner.id),
  why: () => "The practitioner already holds an offer or a place on this request.",
  evidence: (pair) => ofRequest(pair, "offered to or held by the practitioner"),
};
