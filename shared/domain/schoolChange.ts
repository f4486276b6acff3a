import * as z from "zod";
import { DeploymentId, RegisterImportId, RequestId, SchoolId, SchoolUrn } from "./ids.ts";
import { successorsOf } from "./registerFacts.ts";
import type { School } from "./school.ts";
import { IsoDate } from "./vocabulary.ts";

/** Work under way of which a register changed a school: what the broker has to see to, while the work goes on. */
export const SchoolChange = z
  .object({
    deploymentId: DeploymentId,
    requestId: RequestId,
    schoolId: SchoolId,
    importId: RegisterImportId,
    on: IsoDate,
    side: z
      .enum(["supported", "home"])
      .describe("Which school `schoolId` and the URNs are; the supported one where both changed"),
    /** That school's URN before and after, the same where it goes on under its own. */
    urnBefore: SchoolUrn,
    urnAfter: SchoolUrn,
    payerChanged: z.boolean(),
    /** Rules that refuse the pair as the schools now stand, each with what made it fire. */
    conflicts: z.array(z.object({ rule: z.string(), why: z.string().max(300) })),
  })
  .meta({ id: "SchoolChange" });
export type SchoolChange = z.infer<typeof SchoolChange>;

type Standing = Pick<School, "urn" | "status" | "trustCode" | "succession">;

/** Whether somebody else pays from now on: the school is another, has handed over to another, or changed its trust. */
export function payerChanged(before: Standing, after: Standing): boolean {
  if (before.urn !== after.urn) return true;
  const hasHandedOver = after.status === "closed" && successorsOf(after).length > 0;
  if (hasHandedOver && !(before.status === "closed" && successorsOf(before).length > 0)) return true;
  return before.trustCode !== null && after.trustCode !== null && before.trustCode !== after.trustCode;
}

type Tied = Standing & Pick<School, "federationCode" | "concern">;

/** Whether a conflict may have arisen or ended with a register: another payer, trust, federation or concern. */
export const standsElsewhere = (before: Tied, after: Tied): boolean =>
  payerChanged(before, after) ||
  before.trustCode !== after.trustCode ||
  before.federationCode !== after.federationCode ||
  before.concern?.category !== after.concern?.category;
