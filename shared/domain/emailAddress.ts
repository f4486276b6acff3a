import * as z from "zod";

/** An address to write to. Mail carries none that is longer, and letters to one would fail each time. */
export const EmailAddress = z.email().max(254);
