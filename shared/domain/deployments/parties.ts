import type { Deployment } from "./deployment.ts";
import type { PersonId, SchoolId } from "../ids.ts";
import type { Evaluation, FollowUp } from "../outcomes/outcome.ts";

/** What a person may be to a deployment; who is none of these must not learn that it exists. */
export type DeploymentParty = "broker" | "director" | "supported-school" | "home-school" | "practitioner";

/** Who looks: the roles of an account, and the school or practitioner it stands for. */
export interface Viewer {
  readonly roles: readonly string[];
  readonly schoolId: SchoolId | undefined;
  readonly personId: PersonId | undefined;
}

/** What a viewer is to a deployment: often nothing, sometimes more than one. */
export function partiesOf(
  deployment: Pick<Deployment, "schoolId" | "homeSchoolId" | "personId" | "newRelease">,
  { roles, schoolId, personId }: Viewer,
): ReadonlySet<DeploymentParty> {
  const parties = new Set<DeploymentParty>();
  if (roles.includes("broker")) parties.add("broker");
  if (roles.includes("director")) parties.add("director");
  if (roles.includes("school") && schoolId === deployment.schoolId) parties.add("supported-school");
  const homes = [deployment.homeSchoolId, deployment.newRelease?.schoolId];
  if (roles.includes("school") && schoolId !== undefined && homes.includes(schoolId))
    parties.add("home-school");
  if (roles.includes("practitioner") && personId === deployment.personId) parties.add("practitioner");
  return parties;
}

/** Those who may read its records of visit: the report is the school's, and the head decides who else sees it. */
export const recordReaders: readonly DeploymentParty[] = [
  "broker",
  "director",
  "supported-school",
  "practitioner",
];

/** Those who do the work and answer for it: who may review and end it. */
export const workingParties: readonly DeploymentParty[] = ["broker", "supported-school", "practitioner"];

/** Those who may ask the broker how work is to go on, and each as whom: a broker writes down what they were told. */
export const askers = ["practitioner", "supported-school", "home-school", "broker"] as const;
export type Asker = (typeof askers)[number];

/** As whom somebody asks who may be several: a broker who is a side too asks as that side. */
export const askerOf = (parties: ReadonlySet<DeploymentParty>): Asker | undefined =>
  askers.find((each) => parties.has(each));

const outcomeRecorders: readonly DeploymentParty[] = ["broker", "supported-school"];

/** Whether a viewer says what came of a deployment: the school that asked, or the broker in its place. */
export function recordsOutcomes(...given: Parameters<typeof partiesOf>): boolean {
  const parties = partiesOf(...given);
  return outcomeRecorders.some((each) => parties.has(each));
}

/** Whether a viewer answers whether an outcome has lasted: the school that is asked, or the broker in its place. */
export const answersFollowUp = (followUp: Pick<FollowUp, "schoolId">, { roles, schoolId }: Viewer): boolean =>
  roles.includes("broker") || (roles.includes("school") && schoolId === followUp.schoolId);

/** As which side somebody evaluates: whoever is both does so as the school; nobody else is asked. */
export const sideOf = (parties: ReadonlySet<DeploymentParty>): Evaluation["side"] | undefined =>
  parties.has("supported-school") ? "school" : parties.has("practitioner") ? "practitioner" : undefined;
