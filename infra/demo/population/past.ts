import { addDays } from "../../../shared/domain/calendar/calendar.ts";
import { chanceOf } from "./chance.ts";
import { demandOf } from "./demand.ts";
import type { MadePerson } from "./people.ts";
import { type Population, populationOf } from "./population.ts";
import type { PlaceOfWork } from "./placesOfWork.ts";
import { type MadeRequest, requestsOf } from "./requests.ts";
import { describeNeed, objectivesFor } from "./wording.ts";

interface PastOptions {
  readonly seed: number;
  /** The date at which the past begins. */
  readonly today: string;
  /** The date up to which it is lived. */
  readonly until: string;
  readonly schools: readonly PlaceOfWork[];
  readonly people: number;
  readonly requests: number;
  readonly mailDomain: string;
}

/** Somebody who could be asked then and still can: nothing that they need lapses on the way. */
const stays = ({ parked: _then, ...made }: MadePerson, { today, until }: PastOptions): MadePerson => ({
  ...made,
  endorsed: made.endorsed.slice(0, 1),
  parked: null,
  body: {
    ...made.body,
    availability: [],
    assurance: {
      confirmedBySchoolId: made.home.schoolId,
      confirmedOn: addDays(today, -60),
      validUntil: addDays(until, 300),
    },
  },
});

/** Every so many requests are for whatever their school needs, whoever there is: some of those stay unmet. */
const unlikelyEvery = 5;

interface Asked {
  readonly made: MadeRequest;
  readonly place: number;
}

/** A request for what one of the people can do, at a school of that phase which is not their own. */
function forSomebody(
  { made, place }: Asked,
  people: readonly MadePerson[],
  options: PastOptions,
): MadeRequest {
  const random = chanceOf(options.seed, "past", made.key);
  const { home, body } = random.pick(people);
  const claim = random.pick(body.claims);
  const phase = random.pick(claim.phases);
  const school = random.pick(
    options.schools.filter((each) => each.schoolId !== home.schoolId && each.phases.includes(phase)),
  );
  const ofThem = {
    schoolId: school.schoolId,
    codes: { primary: claim.code, secondary: [] },
    phase,
    description: describeNeed(random, claim.code, null),
    objectives: objectivesFor(random, claim.code),
    requiredDesignation: null,
  };
  return place % unlikelyEvery === 0 ? made : { ...made, school, body: { ...made.body, ...ofThem } };
}

/** For one person, within one term, so that what became of the work is written down before the next begins. */
const withinTheTerm = ({ made, place }: Asked, today: string): MadeRequest => ({
  ...made,
  by: { route: place % 3 === 0 ? "broker" : "school" },
  fate: "submitted",
  body: {
    ...made.body,
    people: 1,
    window: { from: addDays(today, 15 + (place % 3) * 4), to: addDays(today, 50 + (place % 4) * 7) },
  },
});

/** The first practitioners of an area, and requests of which most are for what they can do. */
export function pastPopulation(options: PastOptions): Population {
  const { seed, today, schools } = options;
  const { contacts, people: made } = populationOf({ ...options, requests: 0 });
  const people = made.map((each) => stays(each, options));
  const demand = demandOf(seed);
  const inConcern = contacts.flatMap((each) => (each.inCategoryOfConcern ? [each.school] : []));
  const requests = requestsOf({
    seed,
    today,
    count: options.requests,
    schools,
    inConcern,
    people,
    demand,
  }).map((each, place) => {
    const asked = forSomebody({ made: each, place }, people, options);
    return withinTheTerm({ made: asked, place }, today);
  });
  return { contacts, people, requests };
}
