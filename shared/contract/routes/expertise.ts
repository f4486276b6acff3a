import * as z from "zod";
import {
  Crosswalk,
  crosswalkQuery,
  ExpertiseCode,
  ExpertiseFamily,
  LeafCode,
  LocalLeaf,
} from "../../domain/people/expertise.ts";
import type { Route } from "../door.ts";
import { pageOf, pageQuery } from "./views.ts";

const everyone = ["broker", "director", "school", "practitioner"] as const;

/** A code of the taxonomy, or a leaf of the partnership, with what it is called elsewhere. */
export const ExpertiseView = z
  .object({
    code: ExpertiseCode,
    kind: z.enum(["national", "leaf"]),
    state: z.enum(["current", "retired"]),
    title: z.string(),
    family: z.string().nullable().describe("Null for a code that is older than the families"),
    group: z.string().nullable().describe("What its siblings share, which count as near in matching"),
    parent: ExpertiseCode.nullable().describe("The national code of a leaf, whose crosswalk it shares"),
    replacedBy: z.array(ExpertiseCode).describe("The codes to use instead of a retired one, best first"),
    words: z.array(z.string()).describe("What a head would write to mean it"),
    crosswalk: Crosswalk,
    revision: z.int().nullable().describe("Of a leaf: what a change of it is sent with"),
  })
  .meta({ id: "Expertise" });

export const expertiseRoutes = {
  listExpertise: {
    area: "people",
    method: "GET",
    path: "/expertise",
    summary:
      "Codes of the expertise taxonomy and the partnership's leaves, by code; by family, by words, or by what Ofsted, " +
      "RISE, NPQs, the EEF, ISBL, GIAS or the former SLE areas call them",
    roles: everyone,
    query: z.strictObject({
      ...pageQuery,
      ...crosswalkQuery,
      family: ExpertiseFamily.optional(),
      search: z.string().trim().min(2).max(80).optional(),
      kind: ExpertiseView.shape.kind.optional(),
      state: ExpertiseView.shape.state.optional(),
    }),
    replies: { 200: pageOf(ExpertiseView) },
    problems: [],
    audit: null,
  },
  setLeaf: {
    area: "people",
    method: "PUT",
    path: "/expertise-leaves/{leaf}",
    summary:
      "Put a leaf of the partnership's own under a national code, rename it, retire it or take it back; `revision` is " +
      "the one that was read, null for a new leaf",
    roles: ["broker"],
    params: z.strictObject({ leaf: LeafCode }),
    body: z.strictObject({
      name: LocalLeaf.shape.name,
      isRetired: z.boolean(),
      revision: z.int().min(0).nullable(),
    }),
    replies: { 200: ExpertiseView },
    problems: ["unknown-code", "retired-code", "already-exists", "wrong-state", "list-full"],
    audit: "leaf-set",
  },
} as const satisfies Record<string, Route>;
