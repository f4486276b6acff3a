import * as fc from "fast-check";
import { withCalendars } from "../facts/closures.arbitrary.ts";
import type { MatchInput, MatchPractitioner, MatchRequest } from "../facts/facts.ts";
import { madeUpArea, personId, requestId, schoolId } from "../facts/madeUpArea.ts";

const size = { schools: 8, practitioners: 12, requests: 10, codes: 6 };

const withPerson = (input: MatchInput, at: number, change: Partial<MatchPractitioner>): MatchInput => ({
  ...input,
  practitioners: input.practitioners.map((person) =>
    person.id === personId(at) ? { ...person, ...change } : person,
  ),
});

const withRequest = (input: MatchInput, at: number, change: Partial<MatchRequest>): MatchInput => ({
  ...input,
  requests: input.requests.map((request) =>
    request.id === requestId(at) ? { ...request, ...change } : request,
  ),
});

/** Things that happen to an area between two nights, each but one thing as a run sees it. */
const happenings: readonly ((input: MatchInput, seed: number) => MatchInput)[] = [
  (input, seed) => ({ ...input, requests: input.requests.filter(({ id }) => id !== requestId(seed % 10)) }),
  (input, seed) => ({
    ...input,
    requests: input.requests.map((row) => ({
      ...row,
      pinned: row.pinned.filter((id) => id !== personId(seed % 12)),
    })),
    practitioners: input.practitioners.filter(({ id }) => id !== personId(seed % 12)),
  }),
  (input, seed) => {
    const id = requestId(50 + (seed % 5));
    const others = input.requests.filter((row) => row.id !== id);
    const [row] = madeUpArea({ ...size, seed }).requests;
    return row ? { ...input, requests: [{ ...row, id, pinned: [] }, ...others] } : input;
  },
  (input, seed) => withPerson(input, seed % 12, { capacitySlotsLeft: seed % 3 }),
  (input, seed) => withPerson(input, seed % 12, { loadSlots: seed % 4 }),
  (input, seed) => withPerson(input, seed % 12, { parked: seed % 2 === 0 }),
  (input, seed) => withRequest(input, seed % 10, { halfDays: 1 + (seed % 7) }),
  (input, seed) => withRequest(input, seed % 10, { excluded: [personId(seed % 12)] }),
  (input, seed) => ({
    ...input,
    schools: input.schools.map((school) =>
      school.id === schoolId(seed % 8) ? { ...school, eastingMetres: 400_000 + (seed % 30_000) } : school,
    ),
  }),
  (input, seed) => ({
    ...input,
    calendars: (input.calendars ?? []).map((row) =>
      row.id === `authority-${seed % 3}`
        ? { ...row, closed: [...row.closed, { from: "2026-01-12", to: `2026-0${2 + (seed % 4)}-10` }] }
        : row,
    ),
  }),
  (input, seed) => ({ ...input, policy: { ...input.policy, rotationCostPerLoad: 100 * (seed % 9) } }),
  (input, seed) => ({
    ...input,
    recentSupport: [
      ...input.recentSupport,
      {
        homeSchoolId: schoolId(seed % 8),
        receivingSchoolId: schoolId((seed + 3) % 8),
        onDate: "2025-11-03",
        deploymentId: null,
      },
    ],
  }),
];

/** An area, and the same after `count` of these things happened to it. */
export const changedAreas = (count: {
  readonly min: number;
  readonly max: number;
}): fc.Arbitrary<readonly [MatchInput, MatchInput]> =>
  fc
    .tuple(
      fc.nat(100_000),
      fc.array(fc.tuple(fc.nat(happenings.length - 1), fc.nat(1000)), {
        minLength: count.min,
        maxLength: count.max,
      }),
    )
    .map(([seed, chosen]) => {
      const before = withCalendars(madeUpArea({ ...size, seed }), seed + 1);
      const after = chosen.reduce((input, [which, how]) => happenings[which]?.(input, how) ?? input, before);
      return [before, after];
    });
