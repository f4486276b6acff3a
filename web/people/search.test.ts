import { expect, test } from "vitest";
import { searchForm } from "./search.ts";

test("a search that asks for no expertise says that it is for anything", () => {
  const { markup } = searchForm(new URLSearchParams(), { codes: [], schools: [] });
  expect(markup).toContain('<option value="">Anything</option>');
});
