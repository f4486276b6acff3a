import type { School } from "../../../shared/domain/schools/school.ts";
import type { Phase } from "../../../shared/domain/vocabulary.ts";

/** A school that people work at and that may ask for support. */
export interface PlaceOfWork {
  readonly schoolId: School["schoolId"];
  readonly urn: School["urn"];
  readonly name: string;
  /** Never empty: a school whose register row leaves them open is taken to teach primary children. */
  readonly phases: readonly Phase[];
  readonly eastingMetres: number | null;
  readonly northingMetres: number | null;
}

/** Schools as places of work, in the order of their URN, which is the same on every machine. */
export const placesOfWork = (schools: readonly PlaceOfWork[]): PlaceOfWork[] =>
  schools
    .map((school): PlaceOfWork => {
      const { schoolId, urn, name, phases, eastingMetres, northingMetres } = school;
      return {
        schoolId,
        urn,
        name,
        phases: phases.length === 0 ? ["primary"] : phases,
        eastingMetres,
        northingMetres,
      };
    })
    .toSorted((a, b) => (a.urn < b.urn ? -1 : 1));

/** The middle half of the schools lie within this many metres of their average place; at least a kilometre. */
export function spreadOf(schools: readonly PlaceOfWork[]): number {
  const placed = schools.flatMap(({ eastingMetres, northingMetres }) =>
    eastingMetres === null || northingMetres === null ? [] : [{ east: eastingMetres, north: northingMetres }],
  );
  const mean = (values: readonly number[]): number =>
    values.reduce((sum, each) => sum + each, 0) / values.length;
  const east = mean(placed.map((each) => each.east));
  const north = mean(placed.map((each) => each.north));
  const distances = placed
    .map((each) => Math.hypot(each.east - east, each.north - north))
    .toSorted((a, b) => a - b);
  return Math.max(1000, distances[Math.floor(distances.length / 2)] ?? 0);
}
