import type { Deployment } from "../../shared/domain/deployment.ts";
import type { Leaves } from "../../shared/domain/expertise.ts";
import type { Capacity, Person } from "../../shared/domain/person.ts";
import type { SupportRequest } from "../../shared/domain/request.ts";
import type { School } from "../../shared/domain/school.ts";
import type { MatchPolicy } from "../../shared/matching/facts/facts.ts";
import type { Pair } from "../../shared/matching/facts/pair.ts";
import { rosterOf } from "../../shared/matching/facts/roster.ts";
import { supportGiven } from "../match/facts.ts";
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
  /** Deployments between the two schools, whoever went. */
  readonly deployments: readonly Deployment[];
  /** The partnership's local leaves; none unless given. */
  readonly leaves?: Leaves | undefined;
}

/** One practitioner beside one request, as the engine sees them. Open offers are not counted: the broker decides. */
export function pairOf(rows: PairRows): Pair {
  const { policy, today, request, person, capacity, leaves } = rows;
  const own = rows.deployments.filter(({ personId }) => personId === person.personId);
  const askedFor = factsOfRequest(request, { offers: [], deployments: [], lastProposed: [], leaves }, today);
  const roster = rosterOf({
    policy,
    today,
    schools: [rows.requestSchool, rows.homeSchool].map(factsOfSchool),
    practitioners: [factsOfPerson(person, { capacity, offers: [], deployments: own, leaves }, today)],
    requests: [askedFor],
    recentSupport: supportGiven(rows),
  });
  return roster.pairsFor(askedFor)(0);
}
