import type { Scene } from "./scene.ts";

const secondBest = { phases: ["secondary", "primary"] as const, modes: ["hybrid"] as const };

/** A request that the first of two people is proposed for, and a request that nobody can help with. */
export async function twoRequests(scene: Scene) {
  const better = await scene.addPerson(1);
  const other = await scene.addPerson(2, { phases: [...secondBest.phases], modes: [...secondBest.modes] });
  const filled = await scene.addRequest(0);
  const unmet = await scene.addRequest(0, { codes: { primary: "WF-01", secondary: [] } });
  return { better, other, filled, unmet, runId: await scene.run() };
}
