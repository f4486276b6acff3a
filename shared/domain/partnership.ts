import * as z from "zod";
import { PartnershipId, RunId } from "./ids.ts";
import { MatchingPolicy } from "./runs/matchingPolicy.ts";
import { IsoDate, RoutePolicyName } from "./vocabulary.ts";

/** The three parties whose yes an offer needs before it becomes a deployment. */
export const consentParties = ["practitioner", "home-head", "receiving-head"] as const;
export const ConsentParty = z.enum(consentParties).meta({ id: "ConsentParty" });
export type ConsentParty = z.infer<typeof ConsentParty>;

/** A day rate and how it is split; both in pence, effective from a date (rates change each April or September). */
export const RateCard = z
  .strictObject({
    effectiveFrom: IsoDate,
    dayRatePence: z.int().min(0).max(500_000),
    homeSchoolSharePence: z.int().min(0).max(500_000),
  })
  .refine((card) => card.homeSchoolSharePence <= card.dayRatePence, {
    path: ["homeSchoolSharePence"],
    message: "The home school's share cannot exceed the day rate",
  })
  .meta({ id: "RateCard" });
export type RateCard = z.infer<typeof RateCard>;

/** How one route of requests is brokered: data, so that a partnership changes it without a release. */
export const RoutePolicy = z
  .strictObject({
    name: RoutePolicyName,
    consentOrder: z.array(ConsentParty).length(3),
    consentWorkingDays: z.strictObject({
      practitioner: z.int().min(1).max(20),
      "home-head": z.int().min(1).max(20),
      "receiving-head": z.int().min(1).max(20),
    }),
    /** 1 lowest to 4 highest: the class in which this route's requests are matched. */
    basePriority: z.int().min(1).max(4),
    /** How many offers of this route a broker may send in one wave; none unless given. */
    offersPerWave: z.int().min(0).max(50).optional(),
    /** The share of yes that a wave expects of each proposal of this route that it sends; any unless given. */
    leastAcceptance: z.number().min(0).max(1).optional(),
    payer: z.enum(["supported-school", "partnership-pot", "local-authority"]),
    rates: z
      .array(RateCard)
      .min(1)
      .max(20)
      .refine((cards) => new Set(cards.map((card) => card.effectiveFrom)).size === cards.length, {
        message: "Two rates begin on the same date",
      }),
  })
  .meta({ id: "RoutePolicy" });
export type RoutePolicy = z.infer<typeof RoutePolicy>;

export const Partnership = z.object({
  partnershipId: PartnershipId,
  name: z.string().min(1).max(120),
  area: z.string().min(1).max(80),
  brokerEmail: z.email(),
  policies: z.array(RoutePolicy).length(4),
  /** How its runs match; what is not said is as everywhere. */
  matching: MatchingPolicy.exactOptional(),
  latestRunId: RunId.nullable(),
  createdAt: z.iso.datetime(),
  revision: z.int().min(0),
});
export type Partnership = z.infer<typeof Partnership>;

const consentWorkingDays = { practitioner: 3, "home-head": 5, "receiving-head": 5 };
const allThreeInTurn: ConsentParty[] = ["practitioner", "home-head", "receiving-head"];

/**
 * The starting policies of a new partnership. The day rate of £350 with £300 to the home school is the
 * published SLE rate of Yarlside Teaching School's deployment costs page; partnerships set their own.
 */
export function startingPolicies(effectiveFrom: string): RoutePolicy[] {
  const traded = [{ effectiveFrom, dayRatePence: 35_000, homeSchoolSharePence: 30_000 }];
  const unpaid = [{ effectiveFrom, dayRatePence: 0, homeSchoolSharePence: 0 }];
  const shared = { consentOrder: allThreeInTurn, consentWorkingDays };
  return [
    { ...shared, name: "statutory", basePriority: 4, payer: "local-authority", rates: traded },
    { ...shared, name: "traded-improvement", basePriority: 2, payer: "supported-school", rates: traded },
    { ...shared, name: "traded-business", basePriority: 2, payer: "supported-school", rates: traded },
    { ...shared, name: "collaborative", basePriority: 1, payer: "partnership-pot", rates: unpaid },
  ];
}

/** The policy of that name. Every partnership holds all four, so a missing one is a bug. */
export function policyNamed(partnership: Partnership, name: RoutePolicyName): RoutePolicy {
  const policy = partnership.policies.find((each) => each.name === name);
  if (!policy) throw new Error(`Partnership ${partnership.partnershipId} lacks the policy ${name}`);
  return policy;
}

/** The rate card in force on a date, or undefined when every card begins later. */
export function rateOn(policy: RoutePolicy, date: string): RateCard | undefined {
  return policy.rates
    .filter((card) => card.effectiveFrom <= date)
    .toSorted((a, b) => b.effectiveFrom.localeCompare(a.effectiveFrom))[0];
}
