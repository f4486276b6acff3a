import * as z from "zod";
import { addMonths } from "../calendar/calendar.ts";
import { SchoolUrn } from "../ids.ts";
import { IsoDate } from "../vocabulary.ts";

/** A URN that a school has, or had: from and to are null where no register dates them. */
export const SchoolAlias = z
  .object({ urn: SchoolUrn, from: IsoDate.nullable(), to: IsoDate.nullable() })
  .meta({ id: "SchoolAlias" });
export type SchoolAlias = z.infer<typeof SchoolAlias>;

/** Groups that schools are members of. A foundation trust is no academy trust: its schools are maintained. */
export const membershipKinds = [
  "multi-academy-trust",
  "single-academy-trust",
  "secure-single-academy-trust",
  "umbrella-trust",
  "foundation-trust",
  "federation",
  "sponsor",
  /** A trust of which the register gives no more than its code. */
  "trust",
  /** A group of which only the code is known, until a file of groups tells of it. */
  "unknown",
] as const;

export const trustKinds: readonly Membership["kind"][] = [
  "multi-academy-trust",
  "single-academy-trust",
  "secure-single-academy-trust",
  "foundation-trust",
  "trust",
];

/** One school's time in one group; `to` is the day by which it had left, null while it is a member. */
export const Membership = z
  .object({
    kind: z.enum(membershipKinds),
    code: z.string().min(1).max(20),
    name: z.string().max(200),
    from: IsoDate.nullable(),
    to: IsoDate.nullable(),
  })
  .meta({ id: "Membership" });
export type Membership = z.infer<typeof Membership>;

/**
 * What an inspection judged of one area, under the framework that was in force. There is no single grade: the two
 * frameworks do not compare, and both are in use.
 */
export const Judgement = z
  .object({
    framework: z.enum(["report-card", "oeif", "oeif-ungraded"]),
    area: z.string().min(1).max(80),
    grade: z.string().min(1).max(80),
    on: IsoDate.nullable(),
    /** The URN that the school had then, where the register names another than today's. */
    urn: SchoolUrn.nullable(),
  })
  .meta({ id: "Judgement" });
export type Judgement = z.infer<typeof Judgement>;

/**
 * A school's category of concern: the first day of the inspection that found it, and the day on which its report
 * came out, from which it counts. Rows from before a field was kept lack it.
 */
export const Concern = z
  .object({
    category: z.enum([
      "special-measures",
      "serious-weaknesses",
      "requires-significant-improvement",
      "unrecognised",
    ]),
    since: IsoDate.nullable(),
    publishedOn: IsoDate.nullable().default(null),
    framework: z.enum(["report-card", "oeif"]).nullable().default(null),
  })
  .meta({ id: "Concern" });
export type Concern = z.infer<typeof Concern>;

/**
 * Why a person must decide which school follows another. `merger`: several schools became the next one.
 * `undirected`: an amalgamation or a closure of which no row says which school follows which.
 */
export const ambiguities = ["cycle", "split", "several", "merger", "undated", "undirected"] as const;

/** A row of the register that says two schools are linked, as whoever decides sees it. */
export const SuccessionEvidence = z
  .object({ urn: SchoolUrn, linkUrn: SchoolUrn, linkType: z.string().max(80), on: IsoDate.nullable() })
  .meta({ id: "SuccessionEvidence" });

/** What the register says of the schools that follow this one, and what a broker decided where it is not plain. */
export const SchoolSuccession = z
  .object({
    outcome: z.enum(["single", ...ambiguities]),
    /** The schools passed, each since when; the last one is where it ends or where a person must decide. */
    steps: z.array(z.object({ urn: SchoolUrn, on: IsoDate.nullable() })).max(20),
    choices: z.array(SchoolUrn).max(20),
    evidence: z.array(SuccessionEvidence).max(40),
    decision: z
      .object({ successorUrns: z.array(SchoolUrn).max(20), on: IsoDate, reason: z.string().max(500) })
      .nullable(),
  })
  .meta({ id: "SchoolSuccession" });
export type SchoolSuccession = z.infer<typeof SchoolSuccession>;

type Followed = { readonly succession: SchoolSuccession | null };

/** The URNs that follow a school, by the register where that is plain, else by the broker's decision. */
export function successorsOf({ succession }: Followed): readonly SchoolUrn[] {
  if (succession === null) return [];
  if (succession.decision) return succession.decision.successorUrns;
  return succession.outcome === "single" ? succession.steps.slice(-1).map(({ urn }) => urn) : [];
}

/** The one URN that continues a school on a date; none before its day, nor where several share what it was. */
export function continuedAs(school: Followed, today: string): SchoolUrn | undefined {
  const [only, ...others] = successorsOf(school);
  if (only === undefined || others.length > 0) return undefined;
  const since = school.succession?.steps.at(-1)?.on ?? null;
  return since !== null && since > today ? undefined : only;
}

/** How long after it closed a school's undecided succession is still somebody's task. */
const monthsAskedAbout = 24;

/** The day since which a closed school's succession is asked about. */
export const askedAboutSince = (today: string): string => addMonths(today, -monthsAskedAbout);

interface Decidable extends Followed {
  readonly status: string;
  readonly closedOn: string | null;
}

/**
 * Why a person must decide what follows a school, or null; one that closed before `since` is left in peace. A link
 * without direction asks only of a school that closes: one that goes on may as well be what others became.
 */
export function ambiguityOf(school: Decidable, since: string): (typeof ambiguities)[number] | null {
  const { succession, status, closedOn } = school;
  if (succession === null || succession.outcome === "single" || succession.decision) return null;
  const mayClose = succession.outcome !== "undirected" || status === "open-proposed-to-close";
  const isRecent = status === "closed" ? closedOn !== null && closedOn >= since : mayClose;
  return isRecent ? succession.outcome : null;
}
