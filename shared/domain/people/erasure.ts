import * as z from "zod";
import { awaitsAnswer, type Deployment, hasEnded } from "../deployments/deployment.ts";
import { PersonId } from "../ids.ts";
import { isOpen, type Offer } from "../offers/offer.ts";
import type { Task } from "../tasks/task.ts";

/** How somebody is called where a name stood. */
export const erasedName = "A person who was erased";

/** Why somebody is erased: a code, so that the trail may keep it. */
export const ErasureGround = z
  .enum(["asked-for-it", "has-left", "no-longer-needed", "held-in-error"])
  .meta({ id: "ErasureGround" });

/** That a practitioner was erased: of them their id alone, which the record of their work goes on to name. */
export const ErasedPerson = z.object({
  personId: PersonId,
  ground: ErasureGround,
  /** The account that erased them, an opaque id. */
  by: z.string().max(120),
  erasedAt: z.iso.datetime(),
  completedAt: z.iso
    .datetime()
    .nullable()
    .describe("Null while a worker still takes out what other rows hold"),
  revision: z.int().min(0),
});
export type ErasedPerson = z.infer<typeof ErasedPerson>;

/** All that somebody still holds, of which others would be left without. */
export interface Holding {
  readonly offers: readonly Offer[];
  readonly deployments: readonly Deployment[];
  readonly tasks: readonly Task[];
  /** Names of the schools of which letters go to their address. */
  readonly contactOf: readonly string[];
  readonly isBrokersAddress: boolean;
}

/** What stands against erasing somebody, each in a sentence that says what to do about it. */
export function standsAgainstErasing(holding: Holding): string[] {
  const { offers, deployments, tasks, contactOf, isBrokersAddress } = holding;
  return [
    ...offers
      .filter(isOpen)
      .map(({ requestId }) => `An offer to them on request ${requestId} is open: withdraw it`),
    ...deployments
      .filter((each) => !hasEnded(each))
      .map(({ requestId }) => `Their work on request ${requestId} goes on: end it, or hand it over`),
    ...deployments
      .filter(awaitsAnswer)
      .map(({ requestId }) => `A record of their work on request ${requestId} waits for the school's word`),
    ...tasks
      .filter(({ state }) => state === "open")
      .map(({ taskId }) => `Task ${taskId} about them is open: settle it`),
    ...contactOf.map((name) => `Letters to ${name} go to their address: give the school another contact`),
    ...(isBrokersAddress
      ? ["Letters to brokers go to their address: give the partnership another address for these"]
      : []),
  ];
}

const unspaced = (text: string): string => text.trim().replaceAll(/\s+/g, " ").toLowerCase();

/** Whether what was typed names this very person, by id or by name. */
export const namesThem = (
  typed: string,
  person: { readonly personId: string; readonly name?: string },
): boolean =>
  [person.personId, person.name]
    .filter((each) => each !== undefined)
    .some((each) => unspaced(each) === unspaced(typed));
