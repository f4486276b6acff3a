import { DeploymentId, type OfferId } from "../domain/ids.ts";
import { derivedId } from "./identity.ts";

/** The deployment that an offer becomes with its third yes: known before, so that it is made once. */
export const deploymentIdOf = (offerId: OfferId): DeploymentId => derivedId(DeploymentId, offerId);
