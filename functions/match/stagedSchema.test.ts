import { expectTypeOf, test } from "vitest";
import type * as z from "zod";
import type { MatchInput } from "../../shared/matching/facts/facts.ts";
import type { StagedFacts } from "./stagedSchema.ts";

/** A shape of which every field is there, down to the last one within it: what may be left out cannot go missing. */
type Filled<Value> = Value extends string | number | boolean | null
  ? Value
  : { readonly [key in keyof Value]-?: Filled<Value[key]> };

test("facts are staged with every field that the engine knows, and with no other", () => {
  type Staged = z.output<typeof StagedFacts>["years"][number]["input"];
  expectTypeOf<Filled<MatchInput>>().toExtend<Filled<Staged>>();
  expectTypeOf<Filled<Staged>>().toExtend<Filled<MatchInput>>();
});
