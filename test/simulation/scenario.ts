import type { Offer } from "../../shared/domain/offers/offer.ts";
import { idWith, PartnershipId } from "../../shared/domain/ids.ts";
import { partnerships, registers, schoolFacts, SchoolFacts } from "../../shared/store/rows/partnership.ts";
import { people } from "../../shared/store/rows/people.ts";
import { offers, requests } from "../../shared/store/rows/requests.ts";
import { registeredSchools } from "../../shared/store/schools.ts";
import type { Store } from "../../shared/store/store.ts";
import {
  numbered,
  someOffer,
  somePartnership,
  somePerson,
  somePolicy,
  someRequest,
  someSchool,
} from "../harness/rows.ts";
import type { Chance } from "./chance.ts";

export const partnershipId = idWith(PartnershipId, "simulated");
export const begins = "2026-09-01T08:00:00.000Z";
const madeOn = "2026-08-28";

/** Who asks, as the claims of a token say it. */
export type Claims = Readonly<Record<string, string>>;

/** One thing that somebody wants done, again and again until it is done or refused for good. */
export interface Intent {
  readonly claims: Claims;
  readonly area: "offers" | "requests";
  readonly method: "POST" | "PUT";
  readonly path: string;
  readonly body: object;
  readonly key: string;
  /** Its name in the trail, where it is a step that is taken once at most. */
  readonly action: string | undefined;
}

/** Practitioners by their home schools: the first and the last share a head. */
const homes = [3, 4, 5, 3];
/** Who was asked for which request: more than there are places, and the first and third for both. */
const asked = [
  [1, 1],
  [1, 2],
  [1, 3],
  [2, 1],
  [2, 3],
  [2, 4],
] as const;
const places = [1, 2];

const practitioners = homes.map((home, index) => ({
  ...somePerson(index + 1, numbered.school(home)),
  capacityDeployments: 1,
  capacityDaysPerYear: 5,
}));
const openRequests = places.map((count, index) => ({
  ...someRequest(index + 1, numbered.school(index + 1), madeOn),
  people: count,
  slotsOpen: count,
}));

/** Offers that are out when a simulation begins. */
export const offersOut: readonly Offer[] = asked.flatMap(([request, person], index) => {
  const [of, to] = [openRequests[request - 1], practitioners[person - 1]];
  if (!of || !to) return [];
  const sent = someOffer(of, to, { policy: somePolicy(), now: begins });
  return [{ ...sent, academicYear: "2026-27", offerId: numbered.offer(index + 1) }];
});

/** Two requests with three places, and six offers of them to four practitioners with room for one each. */
export async function layOut(store: Store): Promise<void> {
  await store.stage(partnerships, [somePartnership(store.partnershipId, begins)]);
  await store.stage(registers, [{ importId: numbered.registerImport(1), revision: 0 }]);
  await store.stage(
    schoolFacts,
    [1, 2, 3, 4, 5].map((index) => SchoolFacts.parse(someSchool(index))),
  );
  await store.stage(people, practitioners);
  await store.stage(requests, openRequests);
  await store.stage(offers, offersOut);
  // A container keeps the register that it has read, and is gone when it dies. Here one stands for all, so it has read it.
  await registeredSchools(store);
}

const as = (role: string, sub: string, more: Claims = {}): Claims => ({
  sub,
  partnership: partnershipId,
  roles: role,
  ...more,
});
const headOf = (school: string): Claims => as("school", `of-${school}`, { school });

type Step = Pick<Intent, "claims" | "body" | "action"> & { readonly step: string };

/** What those who have a part in an offer want: some practitioners change their minds, some heads say no. */
function wantedOf(offer: Offer, chance: Chance): Step[] {
  const practitioner = as("practitioner", `of-${offer.personId}`, { person: offer.personId });
  const released = chance.happens(0.85);
  const agreed = chance.happens(0.9);
  const objectives = agreed ? offer.objectivesAgreed : [];
  const steps: (Step & { readonly share: number })[] = [
    { step: "acceptance", share: 0.85, action: "offer-accepted", claims: practitioner, body: {} },
    {
      step: "refusal",
      share: 0.15,
      action: "offer-declined",
      claims: practitioner,
      body: { reason: "dates-do-not-suit" },
    },
    {
      step: "release",
      share: 1,
      action: "release-decided",
      claims: headOf(offer.homeSchoolId),
      body: { released },
    },
    {
      step: "agreement",
      share: 1,
      action: "agreement-decided",
      claims: headOf(offer.schoolId),
      body: { agreed, objectives },
    },
    {
      step: "withdrawal",
      share: 0.15,
      action: undefined,
      claims: as("broker", "broker"),
      body: { reason: "Others fit better" },
    },
  ];
  return steps.filter(({ share }) => chance.happens(share));
}

/** What everybody wants who has a part in those offers, in no order, some of it asked for twice. */
export function intentsBy(chance: Chance): Intent[] {
  const ofOffers = offersOut.flatMap((offer) =>
    wantedOf(offer, chance).map(({ step, claims, body, action }) => ({
      claims,
      body,
      action,
      area: "offers" as const,
      path: `/requests/${offer.requestId}/offers/${offer.offerId}/${step}`,
    })),
  );
  const ofRequests = openRequests
    .filter(() => chance.happens(0.1))
    .map(({ requestId, schoolId }) => ({
      claims: headOf(schoolId),
      body: { reason: "We have found somebody" },
      action: undefined,
      area: "requests" as const,
      path: `/requests/${requestId}/withdrawal`,
    }));
  const all = [...ofOffers, ...ofRequests].map((wanted, index) => ({
    ...wanted,
    method: "POST" as const,
    key: `key-${index}`,
  }));
  return [...all, ...all.filter(() => chance.happens(0.2))];
}
