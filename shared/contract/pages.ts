/** A door that a browser opens. Behind it a page asks the routes of this contract with its reader's own token. */
export interface Page {
  readonly path: `/${string}`;
  readonly methods: readonly ("GET" | "POST")[];
}

/** Every page. One that shows what a route answers stands at that route's address, below /pages. */
export const pages = {
  home: { path: "/", methods: ["GET"] },
  signIn: { path: "/sign-in", methods: ["GET"] },
  signedIn: { path: "/signed-in", methods: ["GET"] },
  signOut: { path: "/sign-out", methods: ["POST"] },
  requests: { path: "/pages/requests", methods: ["GET"] },
  ask: { path: "/pages/requests/new", methods: ["GET", "POST"] },
  unfinished: { path: "/pages/unfinished-requests/{requestId}", methods: ["GET", "POST"] },
  request: { path: "/pages/requests/{requestId}", methods: ["GET", "POST"] },
  couldHelp: { path: "/pages/requests/{requestId}/verdicts", methods: ["GET"] },
  pair: { path: "/pages/requests/{requestId}/verdicts/{personId}", methods: ["GET", "POST"] },
  offers: { path: "/pages/offers", methods: ["GET"] },
  offer: { path: "/pages/requests/{requestId}/offers/{offerId}", methods: ["GET", "POST"] },
  runs: { path: "/pages/match-runs", methods: ["GET", "POST"] },
  run: { path: "/pages/match-runs/{runId}", methods: ["GET"] },
  proposals: { path: "/pages/match-runs/{runId}/proposals", methods: ["GET", "POST"] },
  wave: { path: "/pages/match-runs/{runId}/waves", methods: ["GET", "POST"] },
  swap: {
    path: "/pages/match-runs/{runId}/proposals/{requestId}/{personId}/swap",
    methods: ["GET", "POST"],
  },
  requestInRun: { path: "/pages/match-runs/{runId}/requests/{requestId}", methods: ["GET", "POST"] },
  relaxation: {
    path: "/pages/match-runs/{runId}/requests/{requestId}/relaxations/{relaxation}",
    methods: ["GET", "POST"],
  },
  practitionerInRun: { path: "/pages/match-runs/{runId}/practitioners/{personId}", methods: ["GET"] },
  unmet: { path: "/pages/match-runs/{runId}/unmet", methods: ["GET"] },
  differences: { path: "/pages/match-runs/{runId}/differences/{fromRunId}", methods: ["GET"] },
  replay: { path: "/pages/match-runs/{runId}/replay", methods: ["GET"] },
  rotation: { path: "/pages/match-runs/{runId}/rotation", methods: ["GET"] },
  recruits: { path: "/pages/match-runs/{runId}/recruits", methods: ["GET"] },
  impact: { path: "/pages/impact", methods: ["GET"] },
  outcomesFile: { path: "/pages/exports/outcomes", methods: ["GET"] },
  deploymentsFile: { path: "/pages/exports/deployments", methods: ["GET"] },
  schoolsFile: { path: "/pages/exports/schools", methods: ["GET"] },
  works: { path: "/pages/deployments", methods: ["GET"] },
  deployment: { path: "/pages/requests/{requestId}/deployments/{deploymentId}", methods: ["GET", "POST"] },
  visits: {
    path: "/pages/requests/{requestId}/deployments/{deploymentId}/visits",
    methods: ["GET", "POST"],
  },
  evaluations: {
    path: "/pages/requests/{requestId}/deployments/{deploymentId}/evaluations",
    methods: ["GET", "POST"],
  },
  contacts: {
    path: "/pages/requests/{requestId}/deployments/{deploymentId}/contacts",
    methods: ["GET"],
  },
  tasks: { path: "/pages/tasks", methods: ["GET"] },
  task: { path: "/pages/tasks/{taskId}", methods: ["GET", "POST"] },
  outcomes: { path: "/pages/requests/{requestId}/outcomes", methods: ["GET", "POST"] },
  followUps: { path: "/pages/follow-ups", methods: ["GET"] },
  followUp: { path: "/pages/requests/{requestId}/follow-ups/{followUpId}", methods: ["GET", "POST"] },
  people: { path: "/pages/people", methods: ["GET"] },
  addPerson: { path: "/pages/people/new", methods: ["GET", "POST"] },
  person: { path: "/pages/people/{personId}", methods: ["GET", "POST"] },
  claims: { path: "/pages/people/{personId}/claims", methods: ["GET", "POST"] },
  standing: { path: "/pages/people/{personId}/standing", methods: ["GET", "POST"] },
  move: { path: "/pages/people/{personId}/move", methods: ["GET", "POST"] },
  profile: { path: "/pages/people/{personId}/profile", methods: ["GET", "POST"] },
  held: { path: "/pages/people/{personId}/held", methods: ["GET"] },
  erasure: { path: "/pages/people/{personId}/erasure", methods: ["GET", "POST"] },
  peopleImport: { path: "/pages/people-imports", methods: ["GET", "POST"] },
  peopleTemplate: { path: "/pages/people-imports/template", methods: ["GET"] },
  requestsImport: { path: "/pages/request-imports", methods: ["GET", "POST"] },
  requestsTemplate: { path: "/pages/request-imports/template", methods: ["GET"] },
  calendarsImport: { path: "/pages/calendar-imports", methods: ["GET", "POST"] },
  calendarTemplate: { path: "/pages/calendar-imports/template", methods: ["GET"] },
  registers: { path: "/pages/register-imports", methods: ["GET", "POST"] },
  register: { path: "/pages/register-imports/{importId}", methods: ["GET", "POST"] },
  schools: { path: "/pages/schools", methods: ["GET"] },
  school: { path: "/pages/schools/{schoolId}", methods: ["GET", "POST"] },
  codes: { path: "/pages/expertise-leaves", methods: ["GET", "POST"] },
  code: { path: "/pages/expertise-leaves/{leaf}", methods: ["GET", "POST"] },
  settings: { path: "/pages/partnership", methods: ["GET", "POST"] },
  partnershipDetails: { path: "/pages/partnership/details", methods: ["GET", "POST"] },
  matchingPolicy: { path: "/pages/partnership/matching-policy", methods: ["GET", "POST"] },
  routePolicy: { path: "/pages/partnership/routes/{routePolicy}", methods: ["GET", "POST"] },
  calendar: { path: "/pages/calendars/{holder}/{academicYear}", methods: ["GET", "POST"] },
  /** Whatever else a browser opens. It stands last: the router takes the first that fits. */
  nowhere: { path: "/{proxy+}", methods: ["GET"] },
} as const satisfies Record<string, Page>;

export type PageName = keyof typeof pages;

/**
 * The routes by which a gateway opens every page: each costs one of a stack's 500 resources, and all pages are one
 * function, which finds the page by its address. Routes of the API are more exact and go before.
 */
export const pageDoors = [
  { method: "GET", path: "/" },
  { method: "GET", path: "/{proxy+}" },
  { method: "POST", path: "/pages/{proxy+}" },
  { method: "POST", path: "/sign-out" },
] as const;

/** What people lose while the pages are broken: the text of their alarm. */
export const pagesImpact =
  "Pages do not open: practitioners, heads and brokers cannot answer what they were written to about.";

const below = "/pages";

const isOf = (address: string, { path }: Page): boolean =>
  new RegExp(`^${path.replaceAll(/\{\w+\}/g, "[^/]+")}$`).test(address);

/** The page at which an address of the API is shown, undefined where there is none. */
export function pageOf(path: string): string | undefined {
  const address = `${below}${path}`;
  return isPage(address) ? address : undefined;
}

/** Whether an address, without a query, is that of a page which shows something. */
export const isPage = (address: string): boolean =>
  address === pages.home.path ||
  (address.startsWith(`${below}/`) && Object.values<Page>(pages).some((page) => isOf(address, page)));
