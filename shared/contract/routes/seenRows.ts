import * as z from "zod";

/** What a preview shows of the rows that its file would write over, to be sent with the import. */
export const Seen = z
  .string()
  .regex(/^[A-Za-z0-9_-]{0,4096}$/)
  .describe("Rows as the file met them: sent with the import, it writes only over these");
