import { capacities } from "../../shared/store/rows/people.ts";
import type { Offer } from "../../shared/domain/offers/offer.ts";
import type { Answered } from "../harness/service.ts";
import { read } from "./read.ts";
import type { Asked, Scene, Someone } from "./scene.ts";

/** An offer to somebody for a request, and the scene that all of them are in. */
export interface Offered {
  readonly scene: Scene;
  readonly person: Someone;
  readonly request: Asked;
  readonly offer: Pick<Offer, "offerId" | "requestId">;
}

/** A step on an offer, to be taken by an account. */
export const step = (
  { scene, offer }: Pick<Offered, "scene" | "offer">,
  name: string,
): ((account: string, body?: object) => Promise<Answered>) => {
  const path = `/requests/${offer.requestId}/offers/${offer.offerId}/${name}`;
  return (account, body = {}) => scene.post(account, path, body);
};

/** An offer of a request of school 0 to somebody of school 1. */
export async function offered(scene: Scene): Promise<Offered> {
  const person = await scene.addPerson(1);
  const request = await scene.addRequest(0);
  const offer = read.offer(await scene.confirm(await scene.run(), request, person));
  return { scene, person, request, offer };
}

/** The days that whoever was asked has left in the year of the offer. */
export async function daysLeft({ scene, person }: Offered): Promise<number | undefined> {
  const year = read.offers(await scene.get(person.account, "/offers")).items[0]?.academicYear ?? "";
  return (await scene.store.get(capacities, { personId: person.personId, academicYear: year }))?.daysLeft;
}
