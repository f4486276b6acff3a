import { routesInWords } from "../../shared/domain/inWords.ts";
import { RoutePolicyName } from "../../shared/domain/vocabulary.ts";
import { html, type Html } from "../html.ts";
import { nextPart, partAsked } from "../paging.ts";
import { tableOf } from "../table.ts";
import { read, type Visit } from "../visit.ts";
import { dateAndTime } from "../words.ts";
import { holderNames } from "./holderNames.ts";
import type { Entry } from "./lookOver.ts";
import { whoIn } from "./who.ts";
import { settingInWords, valueInWords } from "./words.ts";

const actions: Readonly<Record<string, string>> = {
  "partnership-set": "The partnership or its routes",
  "matching-policy-set": "How match runs weigh",
  "calendar-set": "A calendar",
  "calendar-undone": "A calendar, taken back",
  "calendars-imported": "Calendars from a file",
  "leaf-set": "A code of its own",
  "school-contact-set": "The contact of a school",
};

const isRoute = (name: string): name is RoutePolicyName => RoutePolicyName.safeParse(name).success;

/** One change as the trail has it, such as `statutory.basePriority: 4 > 3`. */
function changeInWords(change: string): string {
  const [, where = "", before, after] = /^(.+?): (.*) > (.*)$/.exec(change) ?? [];
  const [route = "", ...rest] = where.split(".");
  const what = isRoute(route) ? rest.join(".") : where;
  const told = `${settingInWords(what)}: ${valueInWords(what, before)} became ${valueInWords(what, after)}`;
  return isRoute(route) ? `${routesInWords[route]}. ${told}` : told;
}

/** What the trail does not say in full, as it is about names and addresses. */
function detailsIn({ action, facts }: Entry): string {
  if (action !== "partnership-set") return "";
  if (facts["isNew"] === true) return ": set up";
  return facts["detailsSet"] === true ? ": name, area or address" : "";
}

const changesOf = ({ facts }: Entry): Html[] =>
  String(facts["changes"] ?? "")
    .split("; ")
    .filter((each) => each !== "")
    .map((each) => html`<p>${changeInWords(each)}</p>`);

/** The school whose contact or calendar a step is about, or who else has the calendar. */
const holderIn = ({ holder, schoolId }: Entry["facts"]): string[] =>
  [holder, schoolId].filter((each) => typeof each === "string");

/** Which of several a step is about: whose contact, whose calendar of which year, or which code. */
function whichOf({ facts }: Entry, nameOf: (holder: string) => string): string {
  const { academicYear, code, isNew, isRetired } = facts;
  const [holder] = holderIn(facts);
  if (typeof code === "string") {
    const became = isRetired === true ? "retired" : isNew === true ? "added" : "renamed or in use again";
    return `: ${code}, ${became}`;
  }
  if (holder === undefined) return "";
  return `: of ${nameOf(holder)}${typeof academicYear === "string" ? `, ${academicYear}` : ""}`;
}

const readAtOnce = 50;

interface About {
  /** The page on which the history stands. */
  readonly path: string;
  /** Whether a step of the trail belongs to it. */
  readonly isAbout: (entry: Entry) => boolean;
}

const ofSettings: About = { path: "/pages/partnership", isAbout: ({ action }) => action in actions };

/** The part of the trail that the address asks for, as far as it is about settings, and where the earlier part is. */
export async function historyOf(visit: Visit, { path, isAbout } = ofSettings): Promise<Html> {
  const query = { ...partAsked(visit, readAtOnce), order: "newest-first" } as const;
  const { items, nextCursor } = await read(visit, "partnershipAudit", { query });
  const changes = items.filter(isAbout);
  const [{ account }, nameOf] = await Promise.all([
    read(visit, "getMe", {}),
    holderNames(
      visit,
      changes.flatMap(({ facts }) => holderIn(facts)),
    ),
  ]);
  return html`${
    changes.length === 0
      ? html`<p>Nothing of it was changed in this part of the trail.</p>`
      : tableOf(
          "Who changed what, newest first",
          ["When", "Who", "What"],
          changes.map((each) => [
            dateAndTime(each.at),
            whoIn(each.actor, account),
            html`<p>${actions[each.action]}${whichOf(each, nameOf)}${detailsIn(each)}</p>
              ${changesOf(each)}`,
          ]),
        )
  }
  ${nextPart(path, nextCursor, "Earlier changes")}`;
}
