import * as z from "zod";
import { OfferId, PersonId, RequestId, RunId, WaveId } from "../ids.ts";
import { RoutePolicyName } from "../vocabulary.ts";

const Chosen = z.strictObject({
  requestId: RequestId,
  personId: PersonId,
  routePolicy: RoutePolicyName,
  /** The offer that this wave has made of it, null until then. */
  offerId: OfferId.nullable(),
});
export type Chosen = z.infer<typeof Chosen>;

/** The proposals that one wave tries, in their order: noted before the first is sent, and written with each. */
export const Wave = z.object({
  waveId: WaveId,
  runId: RunId,
  /** Digest of what was asked under an Idempotency-Key, null without one. */
  bodyHash: z.string().nullable(),
  chosen: z.array(Chosen),
  notedAt: z.iso.datetime(),
  revision: z.int().min(0),
});
export type Wave = z.infer<typeof Wave>;

type ProposalOf = Pick<Chosen, "requestId" | "personId">;

const isSame = (a: ProposalOf, b: ProposalOf): boolean =>
  a.requestId === b.requestId && a.personId === b.personId;

/** What the wave has sent so far. */
export const sentIn = (wave: Wave): readonly (Chosen & { readonly offerId: OfferId })[] =>
  wave.chosen.flatMap(({ offerId, ...each }) => (offerId === null ? [] : [{ ...each, offerId }]));

export const isSentIn = (wave: Wave, proposal: ProposalOf): boolean =>
  sentIn(wave).some((each) => isSame(each, proposal));

/** The wave once a proposal of it has become an offer. */
export const withSent = (wave: Wave, proposal: ProposalOf, offerId: OfferId): Wave => ({
  ...wave,
  chosen: wave.chosen.map((each) => (isSame(each, proposal) ? { ...each, offerId } : each)),
});
