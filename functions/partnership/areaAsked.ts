import type { Fault, Refusal } from "../../shared/contract/problems.ts";
import { type Area, areaOf, findArea } from "../../shared/registers/areas.ts";
import { refuse } from "../../shared/runtime/refusal.ts";

/** The area asked for by name, else the partnership's own where its name is a known area's. */
export function areaAsked(
  asked: string | undefined,
  own: string,
  where: Pick<Fault, "parameter" | "pointer">,
): { readonly area: Area | null } | Refusal {
  if (asked === undefined) return { area: findArea(own) ?? null };
  const found = areaOf(asked);
  if (found.kind === "found") return { area: found.area };
  return refuse("invalid-request", `Choose one of the areas ${found.known.join(", ")}, or leave it out.`, [
    { ...where, detail: "There is no such area" },
  ]);
}
