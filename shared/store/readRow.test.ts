import { expect, test } from "vitest";
import * as z from "zod";
import { describeError } from "../runtime/log.ts";
import { entity } from "./entity.ts";
import { rowOf, UnreadableRowError } from "./readRow.ts";

const notes = entity("note", {
  schema: z.object({ noteId: z.string(), told: z.object({ by: z.enum(["a", "b"]), on: z.iso.date() }) }),
  place: ({ noteId }: { noteId: string }) => ({ partition: "NOTES", sort: noteId }),
});

const raisedBy = (item: Record<string, unknown>): unknown => {
  try {
    return rowOf(notes, item);
  } catch (error) {
    return error;
  }
};

test("a row that cannot be read is logged by its place and its fields, without a word of what stands in it", () => {
  const told = { by: "canary", on: "canary" };
  const error = raisedBy({ pk: "P#par_1#NOTES", sk: "not_1", noteId: "not_1", told });
  expect(error).toBeInstanceOf(UnreadableRowError);
  const { error: logged } = describeError(new AggregateError([error]));
  expect(logged).toBe("AggregateError 1 UnreadableRowError note P#par_1#NOTES not_1: told.by told.on");
  const repeated = raisedBy({ pk: "P#par_1#ANSWER#x", sk: "KEY#canary\nof a caller" });
  expect(JSON.stringify([describeError(error), describeError(repeated)])).not.toContain("canary");
});

test("a row that can be read is what its schema makes of it, without what the table keeps beside it", () => {
  const row = { noteId: "not_1", told: { by: "a", on: "2026-09-01" } };
  expect(rowOf(notes, { ...row, pk: "P#par_1#NOTES", sk: "not_1", rowType: "note" })).toEqual(row);
});
