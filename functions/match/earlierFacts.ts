import * as z from "zod";
import { SchoolId } from "../../shared/domain/ids.ts";
import type { Membership } from "../../shared/domain/schools/registerFacts.ts";
import type { MatchInterest, MatchSchool } from "../../shared/matching/facts/facts.ts";

/** What runs staged of a school before memberships and inspections were kept: codes, and whether it is in a category. */
export const earlierTies = {
  trustCode: z.string().nullable(),
  federationCode: z.string().nullable(),
  inCategoryOfConcern: z.boolean(),
} as const;

type Earlier = { readonly [Name in keyof typeof earlierTies]: z.infer<(typeof earlierTies)[Name]> };

const undated = (kind: Membership["kind"], code: string | null): readonly Membership[] =>
  code === null ? [] : [{ kind, code, name: "", from: null, to: null }];

/** The same in today's shape: an undated membership forbids what the code did. */
export const tiesOf = ({
  trustCode,
  federationCode,
  inCategoryOfConcern,
}: Earlier): Pick<MatchSchool, "memberships" | "concern"> => ({
  memberships: [...undated("trust", trustCode), ...undated("federation", federationCode)],
  concern: inCategoryOfConcern ? { by: "broker" } : null,
});

/** An interest of which runs knew no more than the school: it held on every day. */
export const earlierInterest = SchoolId.transform((schoolId): MatchInterest => ({
  schoolId,
  kind: "other",
  since: null,
  until: null,
}));
