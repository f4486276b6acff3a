import type { Refusal } from "../../shared/contract/problems.ts";
import { dateAt, workYearOf } from "../../shared/domain/calendar/calendar.ts";
import type { PartyCalendars } from "../../shared/domain/calendar/calendarOfParties.ts";
import type { Deployment } from "../../shared/domain/deployments/deployment.ts";
import type { Offer } from "../../shared/domain/offers/offer.ts";
import { isEmployed, standingOn } from "../../shared/domain/people/employment.ts";
import type { Person } from "../../shared/domain/people/person.ts";
import type { SupportRequest } from "../../shared/domain/requests/request.ts";
import { fitComponents } from "../../shared/matching/fit/fit.ts";
import type { Pair } from "../../shared/matching/facts/pair.ts";
import { refusals } from "../../shared/matching/rules/rules.ts";
import { verdictOn } from "../../shared/matching/rules/verdict.ts";
import { refuse } from "../../shared/runtime/refusal.ts";
import { calendarsOfParties } from "../../shared/store/calendars.ts";
import { capacityOf } from "../../shared/store/capacity.ts";
import { leavesAmong } from "../../shared/store/leaves.ts";
import { partnerships } from "../../shared/store/rows/partnership.ts";
import { deploymentsOfPerson, deploymentsOfSchool } from "../../shared/store/rows/deployments.ts";
import { schoolWith } from "../../shared/store/schools.ts";
import type { Store } from "../../shared/store/store.ts";
import { policyOf } from "../match/policyOf.ts";
import { pairOf } from "./pairOf.ts";

/** Whom to judge, and when. */
export interface ToJudge {
  readonly request: SupportRequest;
  readonly person: Person;
  readonly now: string;
  /** The calendars of both schools, where they were read already. */
  readonly calendars?: PartyCalendars;
  /** Open offers to support the practitioner's school: whoever proposes or offers counts them, a yes does not. */
  readonly supportOffered?: readonly Offer[];
  /** Open offers to be counted as a run counts them, and work by which help may have come round. */
  readonly besides?: { readonly offers: readonly Offer[]; readonly work: readonly Deployment[] };
}

/** A practitioner and a request as they stand now, for the engine's rules. */
export async function readPair(
  store: Store,
  { request, person: asRecorded, now, calendars: known, supportOffered, besides }: ToJudge,
): Promise<Pair | Refusal> {
  const person = standingOn(asRecorded, dateAt(now));
  if (!isEmployed(person))
    return refuse(
      "wrong-state",
      "The practitioner works at no member school, so that nobody can release them.",
    );
  const { primary, secondary } = request.codes;
  const codes = [primary, ...secondary, ...person.claims.map(({ code }) => code)];
  const nextSchoolId = person.move?.homeSchoolId;
  const [partnership, requestSchool, homeSchool, nextSchool, { capacity }, own, toHome, leaves, calendars] =
    await Promise.all([
      store.get(partnerships, {}),
      schoolWith(store, request.schoolId),
      schoolWith(store, person.homeSchoolId),
      nextSchoolId ? schoolWith(store, nextSchoolId) : undefined,
      capacityOf(store, person, workYearOf(request.window, dateAt(now))),
      store.all(deploymentsOfPerson(person.personId)),
      store.all(deploymentsOfSchool(person.homeSchoolId)),
      leavesAmong(store, codes),
      known ?? calendarsOfParties(store, { homeSchoolId: person.homeSchoolId, schoolId: request.schoolId }),
    ]);
  if (!requestSchool || !homeSchool)
    return refuse("wrong-state", "Both schools have to be in the register in force.");
  const work = [...own, ...(besides?.work ?? toHome)];
  const deployments = [...new Map(work.map((each) => [each.deploymentId, each])).values()];
  const policy = policyOf(partnership?.matching);
  const today = dateAt(now);
  const schools = { requestSchool, homeSchool, nextSchool, calendars };
  const rows = { policy, today, request, person, capacity, ...schools, deployments, supportOffered, leaves };
  return pairOf(besides ? { ...rows, offers: besides.offers } : rows);
}

/** Rules that refuse the pair and were set aside before. */
export const rulesSetAside = (pair: Pair): readonly string[] =>
  verdictOn(pair).setAside.map(({ rule }) => rule);

interface Judged {
  readonly fit: { readonly fit: number; readonly because: string[] };
  /** The rules that the broker set aside and that would have refused the pair. */
  readonly setAside: readonly string[];
}

const capacityRules = ["no-slots", "no-days"];

/** What the engine's hard rules say of the pair, less those that the broker may and does set aside. */
export function judge(pair: Pair, overrideRules: readonly string[]): Judged | Refusal {
  const refused = refusals(pair).filter(({ name }) => !capacityRules.includes(name));
  const mayPass = refused.filter((rule) => rule.overridable && overrideRules.includes(rule.name));
  const broken = refused.filter((rule) => !mayPass.includes(rule));
  if (broken.length > 0)
    return refuse(
      "hard-rule",
      "Choose somebody else, or name in `overrideRules` the rules that may be set aside.",
      broken.map((rule) => ({
        pointer: "/withPersonId",
        detail: `${rule.name}: ${rule.why(pair)} ${rule.overridable ? "May" : "May not"} be set aside.`,
      })),
    );
  const components = fitComponents(pair);
  return {
    fit: {
      fit: components.reduce((sum, { points }) => sum + points, 0) / 100,
      because: components.map(({ because }) => because),
    },
    setAside: mayPass.map(({ name }) => name),
  };
}
