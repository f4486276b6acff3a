import { mayYetTake } from "../../shared/domain/offers/offer.ts";
import type { Person } from "../../shared/domain/people/person.ts";
import { offersOfPerson } from "../../shared/store/rows/requests.ts";
import type { Asked, Scene, Someone } from "./scene.ts";

/** Sends a wave of a run as the broker. */
export const sendWaveOf = (scene: Scene, runId: string, body: object = { most: 50 }) =>
  scene.post(scene.broker, `/match-runs/${runId}/waves`, body);

/** Requests each of which one person alone can help with, so that the run proposes all of them. */
export async function proposedPairs(scene: Scene, priorities: readonly number[], more: Partial<Person> = {}) {
  const codes = ["CT-02", "CT-03", "CT-06", "LG-01"];
  const pairs: { readonly request: Asked; readonly person: Someone }[] = [];
  for (const [at, priority] of priorities.entries()) {
    const code = codes[at] ?? "CT-02";
    const claim = {
      level: "can-coach",
      phases: ["primary"],
      lastPractisedYear: 2025,
      evidence: "Led it",
    } as const;
    const claims = [{ ...claim, phases: [...claim.phases], code, endorsement: null }];
    const person = await scene.addPerson(1 + (at % 2), { claims, ...more });
    const request = await scene.addRequest(0, { codes: { primary: code, secondary: [] }, priority });
    pairs.push({ request, person });
  }
  return pairs;
}

export const openOffersTo = async (scene: Scene, { personId }: Someone) =>
  (await scene.store.all(offersOfPerson(personId))).filter(mayYetTake);
