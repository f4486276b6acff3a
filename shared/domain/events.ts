import * as z from "zod";
import {
  DeploymentId,
  EventId,
  FollowUpId,
  OfferId,
  PartnershipId,
  PersonId,
  RegisterImportId,
  RequestId,
  RunId,
  SchoolId,
  UploadId,
  VisitId,
} from "./ids.ts";
import { RegisterKind } from "./schools/registerImport.ts";

/** Events that a worker takes up and nobody is written to about. */
export const workEvents = [
  "request-submitted",
  "run-planned",
  "employment-changed",
  "interests-changed",
  "person-erased",
] as const;

/** Events that somebody is written to about. */
export const newsEvents = [
  "request-needs-broker",
  "request-opened",
  "request-returned",
  "request-withdrawn",
  "run-published",
  "run-failed",
  "offer-sent",
  "offer-accepted",
  "release-asked",
  "agreement-asked",
  "offer-agreed",
  "offer-declined",
  "offer-countered",
  "counter-settled",
  "offer-chased",
  "offer-expired",
  "offer-withdrawn",
  "offer-superseded",
  "visit-submitted",
  "visit-answered",
  "record-chased",
  "record-late",
  "record-answer-chased",
  "record-unanswered",
  "mid-term-reviewed",
  "deployment-ended",
  "evaluation-recorded",
  "evaluation-chased",
  "evaluation-late",
  "concern-raised",
  "outcome-recorded",
  "outcome-corrected",
  "request-closed",
  "follow-up-due",
  "follow-up-chased",
  "follow-up-unanswered",
  "claim-endorsed",
  "endorsement-withdrawn",
  "endorsement-declined",
  "claims-to-renew",
  "practitioner-joined",
  "new-release-asked",
  "new-release-chased",
  "new-release-late",
  "new-release-answered",
  "task-raised",
  "broker-asked",
  "broker-answered",
  "register-imported",
  "register-rolled-back",
  "register-previewed",
  "register-not-fetched",
  "register-upload-refused",
  "school-changed",
  "bank-holidays-asked",
] as const;

/** Everything that happens and that somebody, or some queue, must hear of. */
export const eventTypes = [...workEvents, ...newsEvents] as const;
export const EventType = z.enum(eventTypes).meta({ id: "EventType" });
export type EventType = z.infer<typeof EventType>;

/** Who must know, by id: addresses are looked up when the message is sent, so none is stored twice. */
export const Recipient = z.discriminatedUnion("to", [
  z.strictObject({ to: z.literal("brokers") }),
  z.strictObject({ to: z.literal("school"), schoolId: SchoolId }),
  z.strictObject({ to: z.literal("person"), personId: PersonId }),
]);
export type Recipient = z.infer<typeof Recipient>;

/** What an event is about: opaque ids and codes only, never a name, an address or a free text. */
export const EventSubject = z.strictObject({
  requestId: RequestId.optional(),
  personId: PersonId.optional(),
  schoolId: SchoolId.optional(),
  offerId: OfferId.optional(),
  runId: RunId.optional(),
  deploymentId: DeploymentId.optional(),
  visitId: VisitId.optional(),
  followUpId: FollowUpId.optional(),
  importId: RegisterImportId.optional(),
  uploadId: UploadId.optional(),
  registerKinds: z.array(RegisterKind).optional(),
});
export type EventSubject = z.infer<typeof EventSubject>;

/** One event in the outbox and on the queues. Consumers know a duplicate by its `eventId`. */
export const DomainEvent = z
  .strictObject({
    eventId: EventId,
    partnershipId: PartnershipId,
    type: EventType,
    at: z.iso.datetime(),
    subject: EventSubject,
    tell: z.array(Recipient),
  })
  .meta({ id: "DomainEvent" });
export type DomainEvent = z.infer<typeof DomainEvent>;
