import { workYearOf } from "../../shared/domain/calendar/calendar.ts";
import type { PartyCalendars } from "../../shared/domain/calendar/calendarOfParties.ts";
import type { Deployment } from "../../shared/domain/deployments/deployment.ts";
import type { Leaves } from "../../shared/domain/people/expertise.ts";
import type { SchoolId } from "../../shared/domain/ids.ts";
import type { Offer } from "../../shared/domain/offers/offer.ts";
import type { Person } from "../../shared/domain/people/person.ts";
import type { Capacity } from "../../shared/domain/people/capacity.ts";
import type { SupportRequest } from "../../shared/domain/requests/request.ts";
import type { School } from "../../shared/domain/schools/school.ts";
import type { MatchRequest } from "../../shared/matching/facts/facts.ts";
import type { MatchPolicy } from "../../shared/matching/facts/policy.ts";
import type { Pair } from "../../shared/matching/facts/pair.ts";
import { rosterOf } from "../../shared/matching/facts/roster.ts";
import { supportGiven } from "../match/supportGiven.ts";
import { type CalendarFacts, factsOfCalendars, yearsFrom } from "../match/factsOfCalendars.ts";
import { factsOfPerson } from "../match/factsOfPerson.ts";
import { factsOfRequest } from "../match/factsOfRequest.ts";
import { factsOfSchool } from "../match/factsOfSchool.ts";

/** The rows that one practitioner is judged on beside one request. */
export interface PairRows {
  readonly policy: MatchPolicy;
  readonly today: string;
  readonly request: SupportRequest;
  readonly person: Person;
  readonly capacity: Capacity;
  readonly requestSchool: School;
  readonly homeSchool: School;
  /** The school to which the practitioner announced to move, where its groups are to be told. */
  readonly nextSchool?: School | undefined;
  /** The calendars of both; every weekday counts as open unless given. */
  readonly calendars?: PartyCalendars | undefined;
  /** Deployments between the two schools, whoever went, and others from which help has come round. */
  readonly deployments: readonly Deployment[];
  /** Live offers, not yet agreed, of the request or to the practitioner; where none are given, the broker decides. */
  readonly offers?: readonly Offer[];
  /** Open offers by which people of the asking school may come to support the home school; counted where given. */
  readonly supportOffered?: readonly Offer[] | undefined;
  /** The partnership's local leaves; none unless given. */
  readonly leaves?: Leaves | undefined;
}

/** What the practitioner already has of the request, where offers are counted. */
function holdersIn({ request, person, deployments, offers }: PairRows) {
  const isIt = (row: Deployment | Offer): boolean =>
    row.requestId === request.requestId && row.personId === person.personId;
  if (offers === undefined) return { offers: [], deployments: [] };
  return { offers: offers.filter(isIt), deployments: deployments.filter(isIt) };
}

/** The schools that are judged between, each once. */
const schoolsOf = ({ requestSchool, homeSchool, nextSchool }: PairRows): School[] => {
  const all = [...(nextSchool ? [nextSchool] : []), requestSchool, homeSchool];
  return [...new Map(all.map((school) => [school.schoolId, school])).values()];
};

/** One practitioner beside one request, as the engine sees them. */
export function pairOf(rows: PairRows): Pair {
  const { policy, today, request, person, capacity, leaves } = rows;
  const mine = ({ personId }: Deployment | Offer): boolean => personId === person.personId;
  const own = rows.deployments.filter(mine);
  const askedFor = factsOfRequest(request, { ...holdersIn(rows), lastProposed: [], leaves }, today);
  const offers = (rows.offers ?? []).filter(mine);
  const { calendars, calendarOf } = calendarsBeside(rows, askedFor);
  const roster = rosterOf({
    policy,
    today,
    schools: schoolsOf(rows).map((school) => ({ ...factsOfSchool(school), ...calendarOf(school) })),
    ...calendars,
    practitioners: [factsOfPerson(person, { capacity, offers, deployments: own, leaves }, today)],
    requests: [askedFor],
    recentSupport: supportGiven(rows, rows.supportOffered ?? []),
  });
  return roster.pairsFor(askedFor)(0);
}

function calendarsBeside(rows: PairRows, asked: MatchRequest): CalendarFacts {
  const { calendars, requestSchool, homeSchool, today } = rows;
  const calendarOf = calendars
    ? (schoolId: SchoolId) =>
        schoolId === homeSchool.schoolId ? calendars.homeSchool : calendars.supportedSchool
    : undefined;
  const years = yearsFrom(workYearOf(asked.window, today), [asked]);
  return factsOfCalendars({ schools: [requestSchool, homeSchool], calendarOf }, years);
}
