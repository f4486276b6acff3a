import type { SchoolUrn } from "../domain/ids.ts";
import type { SchoolStatus } from "../domain/schools/school.ts";
import type { Phase } from "../domain/vocabulary.ts";

/**
 * One school as the national register describes it, whichever register that is. Codes are integers written
 * without leading zeros; what the register leaves out is null (or empty, for texts that are only shown).
 * Coordinates are metres on the British National Grid. Nothing here is about a living person.
 */
export type Establishment = {
  readonly urn: SchoolUrn;
  readonly name: string;
  readonly laCode: string;
  readonly laName: string;
  readonly establishmentNumber: string | null;
  readonly typeCode: string | null;
  readonly typeName: string;
  readonly typeGroupName: string | null;
  readonly status: SchoolStatus;
  readonly openedOn: string | null;
  readonly closedOn: string | null;
  readonly phases: readonly Phase[];
  readonly giasPhase: string;
  readonly lowAge: number | null;
  readonly highAge: number | null;
  readonly hasSixthForm: boolean | null;
  readonly gender: string | null;
  readonly religiousCharacter: string | null;
  readonly dioceseCode: string | null;
  readonly dioceseName: string | null;
  readonly capacity: number | null;
  readonly pupils: number | null;
  readonly percentageFsm: number | null;
  readonly trustCode: string | null;
  readonly trustName: string | null;
  readonly sponsorName: string | null;
  readonly federationCode: string | null;
  readonly federationName: string | null;
  readonly ukprn: string | null;
  readonly street: string;
  readonly town: string;
  readonly postcode: string;
  readonly region: string | null;
  readonly urbanRural: string | null;
  readonly eastingMetres: number | null;
  readonly northingMetres: number | null;
  readonly isSpecial: boolean;
  readonly isAlternativeProvision: boolean;
};

/** A fact of a school, by its name here. */
export type EstablishmentFact = keyof Establishment;

/** Whether children are taught there today. A school proposed to close is still open. */
export function isOpen(school: Establishment): boolean {
  return school.status === "open" || school.status === "open-proposed-to-close";
}
