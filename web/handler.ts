import middy from "@middy/core";
import httpRouter from "@middy/http-router";
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import { type Page, type PageName, pages } from "../shared/contract/pages.ts";
import { codePage } from "./codes/code.ts";
import { codesPage } from "./codes/list.ts";
import { contactsPage } from "./deployments/contacts.ts";
import { deploymentPage } from "./deployments/deployment.ts";
import { evaluationsPage } from "./deployments/evaluations.ts";
import { worksPage } from "./deployments/list.ts";
import { visitsPage } from "./deployments/visits.ts";
import { home } from "./home/home.ts";
import { deploymentsFilePage, outcomesFilePage, schoolsFilePage } from "./impact/files.ts";
import { impactPage } from "./impact/impact.ts";
import { calendarsImportPage } from "./imports/calendars.ts";
import { peopleImportPage } from "./imports/people.ts";
import { requestsImportPage } from "./imports/requests.ts";
import { calendarTemplatePage, peopleTemplatePage, requestsTemplatePage } from "./imports/templates.ts";
import { couldHelpPage } from "./matching/couldHelp.ts";
import { differencesPage } from "./matching/differences.ts";
import { unmetPage } from "./matching/openPlaces.ts";
import { pairPage } from "./matching/pair.ts";
import { practitionerInRunPage } from "./matching/practitioner.ts";
import { proposalsPage } from "./matching/proposals.ts";
import { requestInRunPage } from "./matching/requestInRun.ts";
import { recruitsPage } from "./matching/recruits.ts";
import { relaxationPage } from "./matching/relaxation.ts";
import { replayPage } from "./matching/replay.ts";
import { rotationPage } from "./matching/rotation.ts";
import { runPage } from "./matching/run.ts";
import { runsPage } from "./matching/runs.ts";
import { swapPage } from "./matching/swap.ts";
import { wavePage } from "./matching/wave.ts";
import { nowhere } from "./nowhere.ts";
import { offersPage } from "./offers/list.ts";
import { offerPage } from "./offers/offer.ts";
import { followUpPage } from "./outcomes/followUp.ts";
import { followUpsPage } from "./outcomes/followUps.ts";
import { outcomesPage } from "./outcomes/outcomes.ts";
import { addPersonPage } from "./people/add.ts";
import { claimsPage } from "./people/claims.ts";
import { erasurePage } from "./people/erasure.ts";
import { heldPage } from "./people/held.ts";
import { peoplePage } from "./people/list.ts";
import { movePage } from "./people/move.ts";
import { personPage } from "./people/person.ts";
import { profilePage } from "./people/profile.ts";
import { standingPage } from "./people/standing.ts";
import { registerPage } from "./registers/import.ts";
import { registersPage } from "./registers/list.ts";
import { unfinishedPage } from "./requests/unfinished.ts";
import { askPage } from "./requests/ask.ts";
import { requestsPage } from "./requests/list.ts";
import { requestPage } from "./requests/request.ts";
import { schoolsPage } from "./schools/list.ts";
import { schoolPage } from "./schools/school.ts";
import { answerPage, type PageDoor, type PagesWorld } from "./serving.ts";
import { calendarPage } from "./settings/calendar.ts";
import { partnershipDetailsPage } from "./settings/details.ts";
import { matchingPolicyPage } from "./settings/matching.ts";
import { settingsOverviewPage } from "./settings/overview.ts";
import { routePolicyPage } from "./settings/route.ts";
import { tasksPage } from "./tasks/list.ts";
import { taskPage } from "./tasks/task.ts";
import { signedIn, signIn, signOut } from "./sign-in/doors.ts";

/**
 * Every page: one without its door does not compile.
 *
 * To add a page: declare it in `shared/contract/pages.ts`, at the API's own address below /pages where it shows what a
 * route answers; letters and the first page then lead to it. Write it in the folder of its area as `work({ show, answer })`:
 * `show` reads with `read`, which ends the visit where the API refuses; `answer` does with `attempt` what the form says,
 * and hands a refusal back as `troubleOf`, so that it is shown beside what was typed. Name it here, and visit each of its
 * states in `test/browser`, where axe looks at it.
 */
const doors: Readonly<Record<PageName, PageDoor>> = {
  home,
  signIn,
  signedIn,
  signOut,
  requests: requestsPage,
  ask: askPage,
  unfinished: unfinishedPage,
  request: requestPage,
  couldHelp: couldHelpPage,
  pair: pairPage,
  offers: offersPage,
  offer: offerPage,
  runs: runsPage,
  run: runPage,
  proposals: proposalsPage,
  wave: wavePage,
  swap: swapPage,
  requestInRun: requestInRunPage,
  relaxation: relaxationPage,
  practitionerInRun: practitionerInRunPage,
  unmet: unmetPage,
  differences: differencesPage,
  replay: replayPage,
  rotation: rotationPage,
  recruits: recruitsPage,
  impact: impactPage,
  outcomesFile: outcomesFilePage,
  deploymentsFile: deploymentsFilePage,
  schoolsFile: schoolsFilePage,
  works: worksPage,
  deployment: deploymentPage,
  visits: visitsPage,
  evaluations: evaluationsPage,
  contacts: contactsPage,
  tasks: tasksPage,
  task: taskPage,
  outcomes: outcomesPage,
  followUps: followUpsPage,
  followUp: followUpPage,
  people: peoplePage,
  addPerson: addPersonPage,
  person: personPage,
  claims: claimsPage,
  standing: standingPage,
  move: movePage,
  profile: profilePage,
  held: heldPage,
  erasure: erasurePage,
  peopleImport: peopleImportPage,
  peopleTemplate: peopleTemplatePage,
  requestsImport: requestsImportPage,
  requestsTemplate: requestsTemplatePage,
  calendarsImport: calendarsImportPage,
  calendarTemplate: calendarTemplatePage,
  registers: registersPage,
  register: registerPage,
  schools: schoolsPage,
  school: schoolPage,
  codes: codesPage,
  code: codePage,
  settings: settingsOverviewPage,
  partnershipDetails: partnershipDetailsPage,
  matchingPolicy: matchingPolicyPage,
  routePolicy: routePolicyPage,
  calendar: calendarPage,
  nowhere,
};

const nameOf = (name: string): name is PageName => Object.hasOwn(pages, name);

/** The function of all pages. It has no rights of its own: what it reads and does, it asks the API as its reader. */
export function pagesFunction(world: PagesWorld) {
  const routes = Object.keys(pages)
    .filter(nameOf)
    .flatMap((name) => {
      const page: Page = pages[name];
      return page.methods.map((method) => ({
        method,
        path: page.path,
        handler: (event: APIGatewayProxyEventV2) => answerPage(world, { name, door: doors[name] }, event),
      }));
    });
  const routing = httpRouter<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2>({
    routes,
    // A form sent to no page: as the gateway itself says it.
    notFoundResponse: () => ({
      statusCode: 404,
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ message: "Not Found" }),
    }),
  });
  return middy<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2>().handler(routing);
}
