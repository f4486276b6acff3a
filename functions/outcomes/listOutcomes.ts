import { partiesOf } from "../../shared/domain/deployments/parties.ts";
import { notFound } from "../../shared/runtime/refusal.ts";
import type { Handler } from "../../shared/runtime/serve.ts";
import { deploymentsOfRequest, outcomesOfRequest } from "../../shared/store/rows/deployments.ts";
import { requests } from "../../shared/store/rows/requests.ts";

/** Outcomes of the deployments that an account has a part in; the asking school's are all of its request. */
export const listOutcomes: Handler<"listOutcomes"> = async ({ params, query }, { store, session }) => {
  const { requestId } = params;
  const request = await store.get(requests, { requestId });
  if (!request) return notFound("request");
  const deployments = await store.all(deploymentsOfRequest(requestId));
  const own = deployments.filter((each) => partiesOf(each, session).size > 0);
  const asks = session.roles.includes("school") && session.schoolId === request.schoolId;
  const oversees = session.roles.includes("broker") || session.roles.includes("director");
  if (own.length === 0 && !asks && !oversees) return notFound("request");
  const seen = new Set(own.map((each) => each.deploymentId));
  const { items, nextCursor } = await store.page(outcomesOfRequest(requestId), {
    ...query,
    where: (outcome) => seen.has(outcome.deploymentId),
  });
  return { status: 200, body: { items: [...items], nextCursor } };
};
