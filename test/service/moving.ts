import { expect } from "vitest";
import { TaskView } from "../../shared/contract/routes/tasks.ts";
import { AuditView, CapacityView, pageOf } from "../../shared/contract/routes/views.ts";
import { dateAt } from "../../shared/domain/calendar/calendar.ts";
import { deploymentsOfRequest } from "../../shared/store/rows/deployments.ts";
import type { Service } from "../harness/service.ts";
import { read } from "./read.ts";
import { type Asked, type Scene, setScene, type Someone } from "./scene.ts";

/** Somebody of school 1 with an offer, and whose it is. */
export interface Made {
  readonly scene: Scene;
  readonly person: Someone;
  readonly request: Asked;
  readonly offerPath: string;
}

/** Ways to have somebody offered or at work, to move them, and to see what follows. */
export function movesIn(service: Service) {
  const today = (): string => dateAt(service.host.world.now());

  /** Somebody of school 1, one claim of whom their head endorsed, with an offer of a request of school 0. */
  async function offered(): Promise<Made> {
    const scene = await setScene(service);
    const person = await scene.addPerson(1);
    await scene.post(person.homeHead, `/people/${person.personId}/claims/CT-02/endorsement`, {
      note: "Seen",
    });
    const request = await scene.addRequest(0);
    const { requestId, offerId } = read.offer(await scene.confirm(await scene.run(), request, person));
    return { scene, person, request, offerPath: `/requests/${requestId}/offers/${offerId}` };
  }

  /** The same, agreed by all three. */
  async function agreed() {
    const made = await offered();
    const { scene, person, request, offerPath } = made;
    await scene.post(person.account, `${offerPath}/acceptance`, {});
    await scene.post(person.homeHead, `${offerPath}/release`, { released: true });
    const body = { agreed: true, objectives: [request.objectiveId] };
    const last = read.offer(await scene.post(request.head, `${offerPath}/agreement`, body));
    expect(last.state).toBe("agreed");
    const [deployment] = await scene.store.all(deploymentsOfRequest(request.requestId));
    if (!deployment) throw new Error("The third yes makes a deployment");
    const { requestId, deploymentId } = deployment;
    return { ...made, deployment, at: `/requests/${requestId}/deployments/${deploymentId}` };
  }

  const move = async ({ scene, person }: Pick<Made, "scene" | "person">, to: unknown) => {
    const answer = await service.put(scene.broker, `/people/${person.personId}/move`, { move: to });
    await service.settle();
    return answer;
  };
  const offerNow = async ({ scene, offerPath }: Made) => read.offer(await scene.get(scene.broker, offerPath));
  const tasksNow = async ({ scene }: Pick<Made, "scene">, query = "") =>
    pageOf(TaskView).parse((await scene.get(scene.broker, `/tasks?limit=50${query}`)).body).items;
  const capacityNow = async ({ scene, person }: Made) =>
    CapacityView.parse((await scene.get(scene.broker, `/people/${person.personId}/capacity`)).body);
  const trailOf = async (scene: Scene, path: string) =>
    pageOf(AuditView).parse((await scene.get(scene.director, `${path}/audit?limit=200`)).body).items;
  return { today, offered, agreed, move, offerNow, tasksNow, capacityNow, trailOf };
}
