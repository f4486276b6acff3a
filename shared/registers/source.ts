import type { SchoolUrn } from "../domain/ids.ts";
import type { Concern, Judgement, Membership } from "../domain/schools/registerFacts.ts";
import type { CsvProblem } from "./csv.ts";
import type { Establishment, EstablishmentFact } from "./establishment.ts";
import type { FileChunks } from "./namedColumns.ts";
import type { RegisterWarning } from "./registerWarnings.ts";
import type { LinksReading } from "./successionLinks.ts";

/** A register that was read whole, or why it was refused. */
export type RegisterReading =
  | {
      readonly kind: "read";
      readonly establishments: readonly Establishment[];
      /** The facts for which the file has no column: they are unknown, and not none. */
      readonly absent: readonly EstablishmentFact[];
      readonly missingColumns: readonly string[];
      /** Data rows in the file, with those of schools outside England. */
      readonly rows: number;
      readonly outsideEngland: number;
      readonly warnings: readonly RegisterWarning[];
    }
  | { readonly kind: "refused"; readonly problems: readonly CsvProblem[] };

/** What was read of a file, or why it was refused whole. `rows` are the data rows of the file. */
export type SourceReading<Item> =
  | {
      readonly kind: "read";
      readonly items: readonly Item[];
      readonly rows: number;
      readonly warnings: readonly RegisterWarning[];
    }
  | { readonly kind: "refused"; readonly problems: readonly CsvProblem[] };

/** One school's time in one group. */
export type SchoolMembership = Membership & { readonly urn: SchoolUrn };

/** A group of schools; without a kind where it is one that binds none. */
export type RegisterGroup = Pick<Membership, "code" | "name"> & {
  readonly kind: Membership["kind"] | null;
  readonly closedOn: string | null;
};

/** What inspections found of one school: the latest of each framework. */
export type SchoolInspections = {
  readonly urn: SchoolUrn;
  readonly judgements: readonly Judgement[];
  readonly concern: Concern | null;
};

/**
 * A national register, in the domain's words: the one thing that the rest of the service knows of any. Another
 * register is another of these, and nothing else changes.
 */
export type RegisterSource = {
  readonly name: string;
  /** Schools; those that `keep` does not want are checked and counted, and not held. */
  readonly establishments: (
    file: FileChunks,
    keep?: (school: Establishment) => boolean,
  ) => Promise<RegisterReading>;
  readonly memberships: (file: FileChunks) => Promise<SourceReading<SchoolMembership>>;
  readonly groups: (file: FileChunks) => Promise<SourceReading<RegisterGroup>>;
  readonly successions: (file: FileChunks) => Promise<LinksReading>;
  readonly inspections: (file: FileChunks) => Promise<SourceReading<SchoolInspections>>;
};
