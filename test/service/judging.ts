import { VerdictView } from "../../shared/contract/routes/verdictViews.ts";
import { addDays, dateAt } from "../../shared/domain/calendar/calendar.ts";
import type { Membership } from "../../shared/domain/schools/registerFacts.ts";
import { registers, type SchoolFacts, schoolFacts } from "../../shared/store/rows/partnership.ts";
import type { Service } from "../harness/service.ts";
import { read } from "./read.ts";
import { type Asked, type Scene, setScene, type Someone } from "./scene.ts";

/** Why a broker sets a rule aside. */
export const reason = "The heads have not worked together for years";

/** Changes what the register in force says of a school, before anybody has read it. */
export async function registerSays(scene: Scene, school: number, says: Partial<SchoolFacts>): Promise<void> {
  const inForce = await scene.store.get(registers, {});
  const schoolId = scene.schools[school];
  if (!inForce || !schoolId) throw new Error("The scene has a register with six schools");
  const row = await scene.store.get(schoolFacts, { importedBy: inForce.importId, schoolId });
  if (row) await scene.store.stage(schoolFacts, [{ ...row, ...says }]);
}

export const verdictPath = ({ requestId }: Asked, { personId }: Someone): string =>
  `/requests/${requestId}/verdicts/${personId}`;
export const verdictOn = async (scene: Scene, request: Asked, person: Someone) =>
  VerdictView.parse((await scene.get(scene.broker, verdictPath(request, person))).body);
export const setAside = (scene: Scene, { requestId }: Asked, body: object) =>
  scene.post(scene.broker, `/requests/${requestId}/overrides`, body);
export const proposed = async (scene: Scene, runId: string) =>
  read.proposals(await scene.get(scene.broker, `/match-runs/${runId}/proposals`)).items;

/** Somebody whose school left, a year ago, the umbrella trust that the asking school is in. */
export async function underOneUmbrella(service: Service) {
  const scene = await setScene(service);
  const umbrella = { kind: "umbrella-trust", code: "77", name: "Shelter", from: "2015-09-01" } as const;
  const left: Membership = { ...umbrella, to: addDays(dateAt(service.host.world.now()), -365) };
  await registerSays(scene, 0, { memberships: [{ ...umbrella, to: null }] });
  await registerSays(scene, 1, { memberships: [left] });
  const person = await scene.addPerson(1);
  const request = await scene.addRequest(0);
  return { scene, person, request, left };
}
