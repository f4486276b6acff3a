import * as z from "zod";
import { DeploymentAgreement } from "../../domain/deployments/deployment.ts";
import { OfferId, PersonId, RequestId, SchoolId } from "../../domain/ids.ts";
import { Objective } from "../../domain/requests/request.ts";

const count = z.int().min(0);
const School = { schoolId: SchoolId, name: z.string() };

/** What the third yes would fix, with the names and the price that a head wants to know before saying it. */
export const AgreementToCome = z
  .object({
    requestId: RequestId,
    offerId: OfferId,
    supportedSchool: z.object(School),
    homeSchool: z.object(School),
    practitioner: z.object({
      personId: PersonId,
      name: z.string().nullable().describe("Null to the supported school until the practitioner says yes"),
    }),
    objectives: z.array(Objective),
    ...DeploymentAgreement.omit({ objectives: true, agreedAt: true }).shape,
    chargedPence: count.describe("What the payer owes once every day is delivered"),
    brokeragePence: count.describe("What of it is not the home school's"),
  })
  .meta({
    id: "AgreementToCome",
    description:
      "Days, dates and way of working as the offer has them now, at the day rate in force when they begin. Both pence " +
      "of rates are a day's.",
  });

const Head = z.object({ ...School, headEmail: z.email().nullable() });

/** Whom to write to about work under way. */
export const Contacts = z
  .object({
    practitioner: z.object({ personId: PersonId, name: z.string(), email: z.email().nullable() }),
    supportedSchool: Head,
    homeSchool: Head,
  })
  .meta({
    id: "Contacts",
    description:
      "Addresses are null where none is on record, to directors, and to all but the broker once the work has ended.",
  });
