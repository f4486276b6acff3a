import { DeploymentId, type OfferId } from "../../shared/domain/ids.ts";
import { derivedId } from "../../shared/runtime/identity.ts";

/** The deployment that an offer becomes with its third yes: known before, so that it is made once. */
export const deploymentIdOf = (offerId: OfferId): DeploymentId => derivedId(DeploymentId, offerId);
