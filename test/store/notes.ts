import * as z from "zod";
import { entity, listOf } from "../../shared/store/entity.ts";

/** A small kind of row with everything that a row can have: a key in two parts, an index and an expiry. */
export const Note = z.object({
  shelf: z.string(),
  noteId: z.string(),
  rank: z.int(),
  text: z.string(),
  endsAtSeconds: z.int().optional(),
  revision: z.int(),
});
export type Note = z.infer<typeof Note>;

const ofShelf = (shelf: string): string => `NOTES#${shelf}`;
export const notes = entity("note", {
  schema: Note,
  place: (row: { shelf: string; noteId: string }) => ({ partition: ofShelf(row.shelf), sort: row.noteId }),
  // Only the rank sorts, so that several rows of an index share one place in its order.
  listings: (row) => ({ gsi1: { partition: `RANKED#${row.shelf}`, sort: String(row.rank) } }),
  expiresAtSeconds: (row) => row.endsAtSeconds,
});

export const notesOn = (shelf: string) => listOf(notes, { partition: ofShelf(shelf) });
export const notesBeginning = (shelf: string, sortPrefix: string) =>
  listOf(notes, { partition: ofShelf(shelf), sortPrefix });
export const rankedNotesOn = (shelf: string) =>
  listOf(notes, { index: "gsi1", partition: `RANKED#${shelf}` });

/** A note with whatever is of no interest filled in. */
export const noteOf = (noteId: string, more: Partial<Note> = {}): Note => ({
  shelf: "one",
  noteId,
  rank: 1,
  text: `text of ${noteId}`,
  revision: 0,
  ...more,
});
