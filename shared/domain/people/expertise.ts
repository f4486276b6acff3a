import * as z from "zod";

/** A national code, or a leaf that a partnership put under one: the code, a dot and the leaf's mark. */
export const ExpertiseCode = z
  .string()
  .regex(/^[A-Z]{2}-[A-Z0-9]{2,5}(?:\.[A-Z0-9]{1,8})?$/)
  .meta({
    id: "ExpertiseCode",
    description:
      "Family and code of the expertise taxonomy, such as CT-03, or a local leaf, such as CT-03.SSP",
  });

/** The letters of a family, with which its codes begin. */
export const ExpertiseFamily = z.string().regex(/^[A-Z]{2}$/);

/** A leaf's code. No national code has a dot, so that no later version can clash with a leaf. */
export const LeafCode = z
  .string()
  .regex(/^[A-Z]{2}-[A-Z0-9]{2,5}\.[A-Z0-9]{1,8}$/)
  .meta({ id: "LeafCode", description: "National code, a dot and the leaf's mark, such as CT-03.SSP" });

/**
 * A leaf that a partnership put under a national code. Its mark is given once in a partnership, so that leaves of
 * two codes that a later version makes one still differ.
 */
export const LocalLeaf = z.object({
  mark: z.string().regex(/^[A-Z0-9]{1,8}$/),
  /** The national code that it was put under. */
  under: ExpertiseCode,
  name: z.string().min(2).max(80),
  /** No longer given out: rows that name it count as naming its national code. */
  isRetired: z.boolean(),
  revision: z.int().min(0),
});
export type LocalLeaf = z.infer<typeof LocalLeaf>;

/** The leaves of a partnership by their marks. */
export type Leaves = ReadonlyMap<string, LocalLeaf>;
export const noLeaves: Leaves = new Map();
export const leavesByMark = (leaves: readonly LocalLeaf[]): Leaves =>
  new Map(leaves.map((leaf) => [leaf.mark, leaf]));

/** The national code of a code: a leaf's own, or the code itself. */
export const nationalCodeOf = (code: string): string => code.split(".")[0] ?? code;

/** The mark of a leaf's code, or undefined for a national code. */
export const markOf = (code: string): string | undefined => code.split(".")[1];

/** Areas of Ofsted's framework of November 2025. */
export const OfstedArea = z
  .enum([
    "Inclusion",
    "Curriculum and teaching",
    "Achievement",
    "Attendance and behaviour",
    "Personal development and wellbeing",
    "Early years",
    "Post-16 provision",
    "Leadership and governance",
    "Safeguarding",
  ])
  .meta({ id: "OfstedArea" });

/** Areas that RISE sets improvement objectives in. */
export const RiseArea = z
  .enum([
    "Quality of education",
    "Leadership and management",
    "Behaviour and attitudes",
    "Attendance",
    "Personal development",
  ])
  .meta({ id: "RiseArea" });

/** National professional qualifications, by their usual letters. */
export const Npq = z
  .enum(["LTD", "LT", "LBC", "LL", "LPM", "SENCO", "SL", "H", "EL", "EYL"])
  .meta({ id: "Npq" });

const label = z.string().min(1).max(120);

/** What a code is called elsewhere; a missing label means that no counterpart is known. */
export const Crosswalk = z
  .strictObject({
    ofstedArea: OfstedArea.exactOptional(),
    legacySleArea: label.exactOptional(),
    riseArea: RiseArea.exactOptional(),
    npq: z.array(Npq).exactOptional(),
    eef: label.exactOptional(),
    isbl: label.exactOptional(),
    giasSen: label.exactOptional(),
  })
  .meta({ id: "Crosswalk" });
export type Crosswalk = z.infer<typeof Crosswalk>;

/** Labels to look codes up by, each as it stands in a crosswalk. */
export const crosswalkQuery = {
  ofstedArea: OfstedArea.optional(),
  legacySleArea: label.optional(),
  riseArea: RiseArea.optional(),
  npq: Npq.optional(),
  eef: label.optional(),
  isbl: label.optional(),
  giasSen: label.optional(),
};
export type CrosswalkAsked = z.infer<z.ZodObject<typeof crosswalkQuery>>;
