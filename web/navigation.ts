import type { Role } from "../shared/contract/door.ts";
import { routes } from "../shared/contract/manifest.ts";
import { pages } from "../shared/contract/pages.ts";
import { type Session, sessionOf } from "../shared/runtime/session.ts";
import { html, type Html } from "./html.ts";

interface Place {
  readonly text: string;
  readonly path: string;
  /** Addresses elsewhere that belong to it. */
  readonly also?: readonly string[];
}

const everywhere: readonly (Place & { readonly roles: readonly Role[] })[] = [
  { text: "Requests", path: "/pages/requests", roles: routes.listRequests.roles },
  { text: "Offers", path: pages.offers.path, roles: routes.listOffers.roles },
  { text: "Work", path: "/pages/deployments", roles: routes.listDeployments.roles },
  { text: "People", path: "/pages/people", roles: routes.listPeople.roles },
  { text: "Match runs", path: "/pages/match-runs", roles: routes.listRuns.roles },
  { text: "Tasks", path: "/pages/tasks", roles: routes.listTasks.roles },
  { text: "What lasted", path: "/pages/follow-ups", roles: routes.listFollowUps.roles },
  { text: "Impact", path: "/pages/impact", roles: routes.impact.roles },
  {
    text: "Imports",
    path: pages.registers.path,
    also: [pages.peopleImport.path, pages.requestsImport.path, pages.calendarsImport.path],
    roles: routes.listRegisterImports.roles,
  },
  {
    text: "Settings",
    path: pages.settings.path,
    also: ["/pages/calendars"],
    roles: routes.setMatchingPolicy.roles,
  },
];

/** The few places that somebody's roles use. */
const placesOf = ({ roles, personId }: Session): readonly Place[] => [
  { text: "To do", path: "/" },
  ...everywhere.filter((place) => place.roles.some((role) => roles.includes(role))),
  ...(personId === undefined ? [] : [{ text: "What you offer", path: `/pages/people/${personId}` }]),
];

/** Whose session a token is, without a look at its seal: no more follows from it than which links are shown. */
function sessionIn(token: string): Session | undefined {
  try {
    return sessionOf(JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString()));
  } catch {
    return undefined;
  }
}

const isWithin = (at: string, { path, also = [] }: Place): boolean =>
  [path, ...also].some((each) => at === each || at.startsWith(`${each}/`));

/** Where else the holder of a token may go, with the place marked in which they are. */
export function navigation(token: string, at: string): Html | undefined {
  const session = sessionIn(token);
  if (!session) return undefined;
  const places = placesOf(session);
  const here = places.findLast((place) => isWithin(at, place));
  return html`<nav aria-label="Places">
    <ul>
      ${places.map(
        (place) =>
          html`<li>
            <a
              href="${place.path}"
              ${place === here && html`aria-current="${at === place.path ? "page" : "true"}"`}
              >${place.text}</a
            >
          </li>`,
      )}
    </ul>
  </nav>`;
}
