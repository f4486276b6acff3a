import type { Role } from "../shared/contract/door.ts";
import { routes } from "../shared/contract/manifest.ts";
import { pages } from "../shared/contract/pages.ts";
import { type Session, sessionOf } from "../shared/runtime/session.ts";
import { away, html, type Html } from "./html.ts";

interface Place {
  readonly text: string;
  readonly path: string;
  /** Addresses elsewhere that belong to it. */
  readonly also?: readonly string[];
  /** What a request's page has below it, where that belongs here. */
  readonly ofRequest?: readonly string[];
}

interface Offered extends Place {
  readonly roles: readonly Role[];
}

/** Places that are used less than daily stand together, under what they have in common. */
interface Group<Each> {
  readonly heading: string;
  readonly places: readonly Each[];
}

const everywhere: readonly (Offered | Group<Offered>)[] = [
  {
    text: "Requests",
    path: "/pages/requests",
    also: ["/pages/unfinished-requests"],
    roles: routes.listRequests.roles,
  },
  {
    text: "Match runs",
    path: "/pages/match-runs",
    ofRequest: ["verdicts"],
    roles: routes.listRuns.roles,
  },
  { text: "Offers", path: pages.offers.path, ofRequest: ["offers"], roles: routes.listOffers.roles },
  {
    text: "Work",
    path: "/pages/deployments",
    ofRequest: ["deployments"],
    roles: routes.listDeployments.roles,
  },
  { text: "Tasks", path: "/pages/tasks", roles: routes.listTasks.roles },
  {
    heading: "People and schools",
    places: [
      { text: "People", path: "/pages/people", roles: routes.listPeople.roles },
      { text: "Schools", path: pages.schools.path, roles: routes.listRegisterImports.roles },
    ],
  },
  {
    heading: "Results",
    places: [
      {
        text: "What lasted",
        path: "/pages/follow-ups",
        ofRequest: ["follow-ups"],
        roles: routes.listFollowUps.roles,
      },
      { text: "Impact", path: "/pages/impact", roles: routes.impact.roles },
    ],
  },
  {
    heading: "Set-up",
    places: [
      {
        text: "Imports",
        path: pages.registers.path,
        also: [pages.peopleImport.path, pages.requestsImport.path, pages.calendarsImport.path],
        roles: routes.listRegisterImports.roles,
      },
      {
        text: "Settings",
        path: pages.settings.path,
        also: ["/pages/calendars", pages.codes.path],
        roles: routes.setMatchingPolicy.roles,
      },
    ],
  },
];

/** The few places that somebody's roles use; of a group of which they use one place, just that. */
function placesOf({ roles, personId }: Session): readonly (Place | Group<Place>)[] {
  const isTheirs = (place: Offered): boolean => place.roles.some((role) => roles.includes(role));
  const theirs = everywhere.flatMap((each): (Place | Group<Place>)[] => {
    if (!("places" in each)) return isTheirs(each) ? [each] : [];
    const places = each.places.filter(isTheirs);
    return places.length > 1 ? [{ ...each, places }] : places;
  });
  const own = personId === undefined ? [] : [{ text: "What you offer", path: `/pages/people/${personId}` }];
  return [{ text: "To do", path: "/" }, ...theirs, ...own];
}

/** Whose session a token is, without a look at its seal: no more follows from it than which links are shown. */
function sessionIn(token: string): Session | undefined {
  try {
    return sessionOf(JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString()));
  } catch {
    return undefined;
  }
}

const isWithin = (at: string, { path, also = [], ofRequest = [] }: Place): boolean =>
  [path, ...also].some((each) => at === each || at.startsWith(`${each}/`)) ||
  ofRequest.includes(/^\/pages\/requests\/[^/]+\/([^/]+)/.exec(at)?.[1] ?? "");

const flat = (each: Place | Group<Place>): readonly Place[] => ("places" in each ? each.places : [each]);

/** Where else the holder of a token may go, with the place marked in which they are. Groups open without script. */
export function navigation(token: string, at: string): Html | undefined {
  const session = sessionIn(token);
  if (!session) return undefined;
  const all = placesOf(session);
  const here = all.flatMap(flat).findLast((place) => isWithin(at, place));
  const entry = (place: Place): Html =>
    html`<li>
      <a href="${place.path}" ${place === here && html`aria-current="${at === place.path ? "page" : "true"}"`}
        >${place.text}</a
      >
    </li>`;
  const entries = all.map((each) => {
    if (!("places" in each)) return entry(each);
    const isHere = here !== undefined && each.places.includes(here);
    return html`<li>
      <details name="places">
        <summary class="${isHere && "here"}">${each.heading}${isHere && away("you are here", ", ")}</summary>
        <ul>
          ${each.places.map(entry)}
        </ul>
      </details>
    </li>`;
  });
  return html`<nav aria-label="Places">
    <ul>
      ${entries}
    </ul>
  </nav>`;
}
