import { counted } from "../../domain/counted.ts";
import { keyAt } from "../fit/expertise.ts";
import { fitOf } from "../fit/fit.ts";
import { rosterOf } from "../facts/roster.ts";
import { compared } from "../facts/order.ts";
import { exact, whole } from "../problem/cells.ts";
import { mayBeProposed } from "../rules/rules.ts";
import { type Demand, demandOf } from "./demand.ts";
import { type Recruit, type RecruitProfile, recruited } from "./recruit.ts";
import { type Rehearsal, rehearsalOf } from "./rehearsal.ts";
import { chosenFor, type Solved } from "./standing.ts";
import { bringingOf } from "./stepIn.ts";
import { inPoints } from "./words.ts";

/** How far people travel where nobody has said so. */
const usualReachMetres = 20_000;

const median = (values: readonly number[]): number | undefined =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

/** What practitioners of the partnership have to give, in the middle. */
function usualRoom({ roster }: Solved): Pick<RecruitProfile, "reachMetres" | "slots" | "halfDays"> {
  const giving = roster.practitioners.filter(
    (person) => person.capacitySlotsLeft > 0 && person.capacityHalfDaysLeft > 0,
  );
  return {
    reachMetres: median(giving.flatMap((person) => person.travelLimitMetres ?? [])) ?? usualReachMetres,
    slots: median(giving.map((person) => person.capacitySlotsLeft)) ?? 1,
    halfDays: median(giving.map((person) => person.capacityHalfDaysLeft)) ?? 1,
  };
}

/** A request that a recruit could serve, with what they would bring. */
interface Use {
  readonly i: number;
  readonly fit: number;
}

/** Finds every request of their family that each of some people could serve, by the rules, by place among these. */
function usesFinder(
  solved: Solved,
  profiles: readonly RecruitProfile[],
): (profile: RecruitProfile, at: number) => readonly Use[] {
  const { input, requests } = solved.roster;
  const near = input.policy.nearestExpertise;
  const byKey = Map.groupBy(requests.keys(), (i) => keyAt(near, requests[i]?.codes.primary ?? ""));
  const roster = rosterOf(recruited({ ...input, practitioners: [], recentSupport: [] }, profiles));
  const pairWith = roster.requests.map(roster.pairsFor);
  return ({ code, halfDays }, at) =>
    (byKey.get(keyAt(near, code)) ?? []).flatMap((i) => {
      const pair = pairWith[i]?.(at);
      if (pair === undefined || pair.request.halfDays > halfDays) return [];
      return mayBeProposed(pair) ? [{ i, fit: fitOf(pair) }] : [];
    });
}

type Worth = Pick<Recruit, "requestsMet" | "placesFilled" | "priorityWeighted" | "fit"> & {
  readonly halfDays: number;
};

/** What a recruit would fill, in the order of `open`, with no place lost elsewhere. */
function filledBy(
  solved: Solved,
  rehearsal: Rehearsal,
  at: { profile: RecruitProfile; uses: readonly Use[]; open: readonly number[] },
): Worth {
  const { slots, halfDays } = at.profile;
  return rehearsal.withNewcomer({ slots, halfDays, requests: at.uses.map(({ i }) => i) }, () => {
    let [requestsMet, placesFilled, priorityWeighted] = [0, 0, 0];
    for (const i of at.open) {
      if (rehearsal.newcomerRoom().slots === 0) break;
      let filled = 0;
      while (filled < whole(solved.unfilled, i) && rehearsal.fill(i) !== null) filled++;
      requestsMet += filled > 0 ? 1 : 0;
      placesFilled += filled;
      priorityWeighted += filled * exact(solved.encoded.priority, i);
    }
    const used = halfDays - rehearsal.newcomerRoom().halfDays;
    return { requestsMet, placesFilled, priorityWeighted, fit: 0, halfDays: used };
  });
}

/** By how much a recruit would raise the second tier by taking the place of whoever serves a request worst. */
function bettered(solved: Solved, profile: RecruitProfile, uses: readonly Use[]): Worth {
  const { policy } = solved.roster.input;
  const gains = uses.flatMap(({ i, fit }) =>
    chosenFor(solved, i).map((person) => {
      const { fit: theirs, bonus, burden } = bringingOf(solved, { request: i, person });
      return { i, person, gain: fit - (theirs + bonus - burden) };
    }),
  );
  const [requests, replaced] = [new Set<number>(), new Set<number>()];
  let [left, total] = [profile.halfDays, 0];
  for (const { i, person, gain } of gains.toSorted((a, b) => b.gain - a.gain || a.i - b.i)) {
    const need = solved.roster.requests[i]?.halfDays ?? Infinity;
    const net = gain - requests.size * policy.rotationCostPerLoad;
    if (requests.size === profile.slots || net <= 0) break;
    // Whoever is relieved of a second place is spared less by it than by the first.
    if (need > left || requests.has(i) || replaced.has(person)) continue;
    requests.add(i);
    replaced.add(person);
    [left, total] = [left - need, total + net];
  }
  return {
    requestsMet: 0,
    placesFilled: 0,
    priorityWeighted: 0,
    fit: total,
    halfDays: profile.halfDays - left,
  };
}

const perDay = (amount: number, halfDays: number): number =>
  halfDays === 0 ? 0 : Math.floor((2 * amount) / halfDays);

function recruitFor(solved: Solved, demand: Demand, at: { profile: RecruitProfile; worth: Worth }): Recruit {
  const { profile, worth } = at;
  const { halfDays, ...bought } = worth;
  const where = profile.nearSchoolId === null ? "" : ` near ${profile.nearSchoolId}`;
  const filled = counted(worth.placesFilled, "open place", "open places");
  const effect =
    worth.placesFilled > 0
      ? `would fill ${filled} on ${counted(worth.requestsMet, "request", "requests")}`
      : `would raise the fit of what is proposed by ${inPoints(worth.fit)} or more`;
  return {
    ...profile,
    ...bought,
    requestIds: demand.requests.flatMap((i) => solved.roster.requests[i]?.id ?? []),
    perDay: {
      priorityWeighted: perDay(worth.priorityWeighted, halfDays),
      fit: perDay(worth.fit, halfDays),
    },
    sentence: `One more practitioner for ${profile.code} in ${profile.phase}${where} ${effect}.`,
  };
}

/**
 * Where one more practitioner would help most, by code, phase and place, dearest first: what each would
 * fill is tried on the run. They are taken to give what practitioners here usually give.
 */
export function recruitList(solved: Solved): readonly Recruit[] {
  const { roster, encoded, unfilled } = solved;
  const rehearsal = rehearsalOf(solved);
  // What could be filled with nobody new is no recruit's merit.
  const open = Array.from(roster.requests.keys())
    .filter((i) => whole(unfilled, i) > 0 && !rehearsal.canFill(i))
    .toSorted((a, b) => exact(encoded.priority, b) - exact(encoded.priority, a) || a - b);
  const usual = usualRoom(solved);
  const asked = demandOf(solved, usual.reachMetres).map((demand) => {
    const { code, phase, nearSchoolId } = demand;
    return { demand, profile: { code, phase, nearSchoolId, ...usual } };
  });
  const usesOf = usesFinder(
    solved,
    asked.map(({ profile }) => profile),
  );
  return asked
    .flatMap(({ demand, profile }, at) => {
      const uses = usesOf(profile, at);
      const filled = filledBy(solved, rehearsal, { profile, uses, open });
      const worth = filled.placesFilled > 0 ? filled : bettered(solved, profile, uses);
      const helps = worth.placesFilled > 0 || worth.fit > 0;
      return helps ? [recruitFor(solved, demand, { profile, worth })] : [];
    })
    .toSorted(
      (a, b) =>
        b.priorityWeighted - a.priorityWeighted ||
        b.fit - a.fit ||
        compared(a.code, b.code) ||
        compared(a.phase, b.phase) ||
        compared(a.nearSchoolId ?? "", b.nearSchoolId ?? ""),
    );
}
