import type { CalendarSource } from "../../shared/domain/calendar/calendarInForce.ts";
import type { ConsentParty } from "../../shared/domain/partnership.ts";
import type { RegisterKind } from "../../shared/domain/schools/registerImport.ts";
import type { Closure } from "../../shared/domain/requests/request.ts";
import type { Mode } from "../../shared/domain/vocabulary.ts";
import type * as z from "zod";

/** In what part somebody is written to. */
export type Audience = "broker" | "supported-school" | "home-school" | "practitioner";

/** The work that an offer or an agreement is about. */
export interface Work {
  readonly days: number;
  readonly from: string;
  readonly to: string;
  readonly mode: Mode;
}

/** All that a letter may speak of. */
export interface Matter {
  readonly audience: Audience;
  /** The school that asked for support. */
  readonly schoolName: string;
  readonly work: Work | null;
  /** When the answer of this recipient is due, null where none is awaited of them. */
  readonly answerBy: string | null;
  /** By whose term dates that was counted. */
  readonly answerByCalendar: CalendarSource | null;
  /** Who has said yes to the offer so far, and who is asked now. */
  readonly accepted: readonly ConsentParty[];
  readonly awaited: ConsentParty | null;
  readonly closedAs: z.infer<typeof Closure>["as"] | null;
  /** The register files that could not be fetched. */
  readonly registerKinds: readonly RegisterKind[];
}

/** What a letter says: what happened, and what to do next. */
export interface Wording {
  readonly subject: string;
  readonly happened: string;
  readonly next: string;
}

/** Words what happened for one recipient. */
export type Compose = (matter: Matter) => Wording;
