import * as z from "zod";
import { AuditEntry } from "../../domain/audit.ts";
import { CalendarSource } from "../../domain/calendar/calendarInForce.ts";
import { Deployment, Visit } from "../../domain/deployments/deployment.ts";
import { MatchingInForce } from "../../domain/runs/matchingPolicy.ts";
import { Counter, Offer } from "../../domain/offers/offer.ts";
import { Evaluation, FollowUp, Outcome } from "../../domain/outcomes/outcome.ts";
import { Partnership } from "../../domain/partnership.ts";
import { Person } from "../../domain/people/person.ts";
import { Capacity } from "../../domain/people/capacity.ts";
import { SupportRequest } from "../../domain/requests/request.ts";
import { MatchRun, Proposal, UnmetNeed } from "../../domain/runs/run.ts";
import { School } from "../../domain/schools/school.ts";

/** What the API shows of each row: the row less what only the store needs. */
export const PartnershipView = Partnership.extend({
  matching: MatchingInForce,
  revision: Partnership.shape.revision.describe("What a change of the partnership's rules is sent with"),
}).meta({ id: "Partnership" });
/** Where a head is written to and whether the school is in a category of concern is null to all but brokers. */
export const SchoolView = School.omit({ revision: true, importedBy: true })
  .extend({ inCategoryOfConcern: z.boolean().nullable() })
  .meta({ id: "School" });
export const PersonView = Person.omit({ revision: true }).meta({ id: "Person" });
export const CapacityView = Capacity.omit({ revision: true, offered: true }).meta({ id: "Capacity" });
export const RequestView = SupportRequest.omit({ revision: true, importDigest: true }).meta({
  id: "SupportRequest",
  description:
    "Only the broker and the director see pins, exclusions, overrides, declinedBy, decisions and the duplicates " +
    "and warnings of triage; for all others these lists are empty. Overrides that tell of a category of concern, " +
    "the causes of any, and all reasons, only the broker sees.",
});
export const RunView = MatchRun.omit({ revision: true }).meta({
  id: "MatchRun",
  description: "Why an instruction could not be followed only the broker sees.",
});
export const ProposalView = Proposal.meta({ id: "Proposal" });
export const UnmetView = UnmetNeed.meta({
  id: "UnmetNeed",
  description:
    "What tells of a category of concern or of a declared interest only the broker sees: for a director these " +
    "refusals and relaxations are left out, and the sentence is a general one.",
});
const CounterView = Counter.extend({ message: Counter.shape.message.nullable() }).meta({ id: "Counter" });
export const OfferView = Offer.omit({ revision: true })
  .extend({
    counter: CounterView.nullable(),
    deadlineCalendar: z
      .object({ source: CalendarSource, notice: z.string().nullable() })
      .nullable()
      .describe(
        "By whose term dates the deadline was counted; the notice says where they are not the school's own",
      ),
  })
  .meta({
    id: "Offer",
    description:
      "Notes of consents, the message of a counter, declineReason and endedNote are seen by the party that wrote " +
      "them and by the broker; for all others they are null. A counter is seen by the parties that were asked.",
  });
export const DeploymentView = Deployment.omit({ revision: true }).meta({ id: "Deployment" });
export const VisitView = Visit.omit({ revision: true }).meta({ id: "Visit" });
export const EvaluationView = Evaluation.omit({ revision: true }).meta({ id: "Evaluation" });
export const OutcomeView = Outcome.omit({ revision: true }).meta({ id: "Outcome" });
export const FollowUpView = FollowUp.omit({ revision: true }).meta({ id: "FollowUp" });
export const AuditView = AuditEntry.meta({
  id: "AuditEntry",
  description:
    "What only brokers read is null in the facts: rules that tell of a school's inspection or of an interest, a " +
    "category of concern, why somebody said no, what a task is about. The hash is that of the whole entry, salted where " +
    "something is left out.",
});

/** One page of a list, and the cursor of the next page, null on the last. */
export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable() });

/** The query of every list: how many, and from where. */
export const pageQuery = {
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z
    .string()
    .regex(/^[A-Za-z0-9_-]{1,400}$/)
    .optional(),
};

export const Reason = z.string().min(3).max(500);

/** What stood there when its writer read it; programs that mean what they send whatever stands there leave it out. */
export const asRead = <Schema extends z.ZodType>(schema: Schema) =>
  schema.exactOptional().describe("As it was read: where it was changed since, nothing is written");
