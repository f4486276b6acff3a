import type { DeploymentState } from "./deployments/deployment.ts";
import type { Outcome } from "./outcomes/outcome.ts";
import type { RoutePolicy } from "./partnership.ts";

/** Coded words of the domain as pages and files for people have them. */
export const routesInWords: Readonly<Record<RoutePolicy["name"], string>> = {
  statutory: "Statutory support",
  "traded-improvement": "Traded support for improvement",
  "traded-business": "Traded support for school business",
  collaborative: "Collaboration",
};

export const payersInWords: Readonly<Record<RoutePolicy["payer"], string>> = {
  "supported-school": "the school that asked",
  "partnership-pot": "the partnership",
  "local-authority": "the local authority",
};

export const endingsInWords = {
  complete: "Complete: what was agreed was done",
  curtailed: "Broken off: some of it was done",
  "not-started": "Not begun: nothing was done",
} as const;

/** Where work stands. */
export const workStatesInWords: Readonly<Record<DeploymentState, string>> = {
  agreed: "Agreed, and not begun",
  "in-delivery": "Under way",
  ...endingsInWords,
};

export const impactLevelsInWords: Readonly<Record<string, string>> = {
  1: "1: how it was received",
  2: "2: what people learnt",
  3: "3: what the school does differently",
  4: "4: what is used in practice",
  5: "5: what changed for pupils",
};

export const directionsInWords: Readonly<Record<Outcome["direction"], string>> = {
  better: "better",
  "no-change": "no change",
  worse: "worse",
  "too-early": "too early to say",
};

export const strengthsInWords: Readonly<Record<string, string>> = {
  0: "0: somebody says so",
  1: "1: one source",
  2: "2: two sources",
  3: "3: before and after",
  4: "4: compared with others",
};
