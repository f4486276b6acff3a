import type { SchoolId } from "../../domain/ids.ts";
import type { IsoDate, SupportGiven } from "./facts.ts";
import { compared } from "./order.ts";

/** When people of one school last supported another: by the school that gave, then by the one that received. */
export type LatestSupport = ReadonlyMap<SchoolId, ReadonlyMap<SchoolId, SupportGiven>>;

/** Of two stretches of support between the same schools, whether the first is told: the later one, work before offers, then by id. */
function isTold(one: SupportGiven, other: SupportGiven): boolean {
  if (one.onDate !== other.onDate) return one.onDate > other.onDate;
  const [offered, otherOffered] = [one, other].map(({ offerId }) => offerId !== undefined);
  if (offered !== otherOffered) return otherOffered === true;
  return (one.deploymentId ?? "") < (other.deploymentId ?? "");
}

/** The latest support of each pair of schools, the same for any order of rows. */
export function latestSupport(rows: readonly SupportGiven[]): LatestSupport {
  const latest = new Map<SchoolId, Map<SchoolId, SupportGiven>>();
  for (const row of rows) {
    const given = latest.get(row.homeSchoolId) ?? new Map<SchoolId, SupportGiven>();
    latest.set(row.homeSchoolId, given);
    const known = given.get(row.receivingSchoolId);
    if (known === undefined || isTold(row, known)) given.set(row.receivingSchoolId, row);
  }
  return latest;
}

/** A chain of support is told up to so many steps: with the one that would close it, a ring of four schools. */
export const mostSteps = 3;

type Chain = readonly SupportGiven[];

const byReceiver = (a: SupportGiven, b: SupportGiven): number =>
  compared(a.receivingSchoolId, b.receivingSchoolId);

/**
 * The shortest chain of support, no step of it before a date, by which one school's help has come round to another
 * through others: the first by ids where several are as short. Null where there is none of two to `mostSteps` steps;
 * a chain of one step is support itself.
 */
export function chainOfSupport(
  supported: LatestSupport,
  { from, to }: { readonly from: SchoolId; readonly to: SchoolId },
  since: IsoDate,
): Chain | null {
  const met = new Set([from, to]);
  const endOf = (chain: Chain): SchoolId => chain.at(-1)?.receivingSchoolId ?? from;
  const longer = (chain: Chain): readonly Chain[] =>
    Array.from(supported.get(endOf(chain))?.values() ?? [])
      .filter(({ onDate }) => onDate >= since)
      .toSorted(byReceiver)
      .map((row) => [...chain, row]);
  let chains = longer([]);
  for (let steps = 2; steps <= mostSteps; steps++) {
    const open: Chain[] = [];
    for (const chain of chains) {
      if (met.has(endOf(chain))) continue;
      met.add(endOf(chain));
      open.push(chain);
    }
    chains = open.flatMap(longer);
    const found = chains.find((chain) => endOf(chain) === to);
    if (found !== undefined) return found;
  }
  return null;
}
