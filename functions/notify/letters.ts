import type { queues } from "../../shared/contract/workers.ts";
import type { EventType } from "../../shared/domain/events.ts";
import { deploymentLetters } from "./deploymentLetters.ts";
import { offerLetters } from "./offerLetters.ts";
import { requestLetters } from "./requestLetters.ts";
import type { Compose } from "./letter.ts";

/** The events that people are written to about: those that the queue hears. */
export type NotifiedEvent = (typeof queues)["notify"]["hears"][number];

/** One letter for each kind of event: an event without one does not compile. */
export const letters: Readonly<Record<NotifiedEvent, Compose>> = {
  ...requestLetters,
  ...offerLetters,
  ...deploymentLetters,
};

export const isNotified = (type: EventType): type is NotifiedEvent => Object.hasOwn(letters, type);
