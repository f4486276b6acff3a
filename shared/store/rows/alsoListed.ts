import * as z from "zod";
import type { Deployment } from "../../domain/deployments/deployment.ts";
import { DeploymentId, RequestId, type SchoolId } from "../../domain/ids.ts";
import { entity, itemOf, listOf } from "../entity.ts";
import type { Write } from "../store.ts";

/** Where work stands in a list beyond those that its own row has an index for: nothing but its key. */
const AlsoListed = z.object({
  list: z.string(),
  sort: z.string(),
  requestId: RequestId,
  deploymentId: DeploymentId,
});
export type AlsoListed = z.infer<typeof AlsoListed>;

export const alsoListed = entity("also-listed", {
  schema: AlsoListed,
  place: ({ list, sort }: Pick<AlsoListed, "list" | "sort">) => ({ partition: `ALSO#${list}`, sort }),
});

const toChase = "WORK-TO-CHASE";
const givenBy = (schoolId: SchoolId): string => `SCHOOL#${schoolId}#GIVEN`;

/** Work of which somebody may yet have to be reminded. */
export const workToChase = listOf(alsoListed, { partition: `ALSO#${toChase}` });
/** Work for which a school releases somebody, released them, or was asked to, oldest first. */
export const workGivenBy = (schoolId: SchoolId) =>
  listOf(alsoListed, { partition: `ALSO#${givenBy(schoolId)}` });

type Work = Pick<Deployment, "requestId" | "deploymentId" | "agreement">;

export const asToChase = ({ requestId, deploymentId }: Work): AlsoListed => ({
  list: toChase,
  sort: deploymentId,
  requestId,
  deploymentId,
});
export const asGivenBy = (schoolId: SchoolId, { requestId, deploymentId, agreement }: Work): AlsoListed => ({
  list: givenBy(schoolId),
  sort: `${agreement.agreedAt}#${deploymentId}`,
  requestId,
  deploymentId,
});

/** Every list in which work stands that was agreed, whichever schools have released for it or were asked to. */
export const alsoListing = (work: Deployment): AlsoListed[] => [
  asToChase(work),
  ...[
    work.homeSchoolId,
    work.newRelease?.schoolId ?? work.homeSchoolId,
    ...(work.formerHomeSchools ?? []).map(({ schoolId }) => schoolId),
  ]
    .filter((each, index, all) => all.indexOf(each) === index)
    .map((schoolId) => asGivenBy(schoolId, work)),
];

/** Puts work in a list, where it may stand already. */
export const listing =
  (place: AlsoListed): Write =>
  (partnership) => ({ Put: { TableName: "", Item: itemOf(partnership, alsoListed, place) } });

/** That all work, or all requests, of a partnership stand in such lists, also those from before there were any. */
export const allAlsoListed = entity("all-also-listed", {
  schema: z.object({
    of: z.enum(["work", "requests"]),
    listedAt: z.iso.datetime(),
    /** When all was put there once more, after the last of the release that knew no such lists had ended. */
    againAt: z.iso.datetime().exactOptional(),
  }),
  place: ({ of }: { of: string }) => ({ partition: "ALL-ALSO-LISTED", sort: of }),
});
export type AllAlsoListed = z.infer<typeof allAlsoListed.schema>;
