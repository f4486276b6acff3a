import { routes } from "../../shared/contract/manifest.ts";
import { problems } from "../../shared/contract/problems.ts";
import { changesBetween, type Settings } from "../../shared/domain/settings.ts";
import type { AnswerOf } from "../../shared/runtime/client.ts";
import { button, type Form, formNamed, formWith } from "../form.ts";
import { headed } from "../headed.ts";
import { html, type Html, row, type Shown } from "../html.ts";
import { work } from "../serving.ts";
import { type Done, type Ending, read, refusedPage, type Trouble, type Visit } from "../visit.ts";
import { type Entry, lookOver, seenField, seenIn } from "./lookOver.ts";
import { settingInWords, valueInWords } from "./words.ts";

export type Partnership = AnswerOf<"getPartnership">;
type Said<Body> = { readonly kind: "parsed"; readonly body: Body } | Trouble;

/** Some settings of the partnership that are changed together, with a look at what differs before they are. */
export interface SettingsOf<Body> {
  /** Whether the address names any; it does unless this says not. */
  readonly isThere?: (visit: Visit) => boolean;
  readonly title: (visit: Visit) => string;
  readonly about: string;
  readonly fields: (form: Form, now: Partnership, visit: Visit) => Shown;
  readonly said: (visit: Visit, now: Partnership) => Said<Body>;
  /** What is in force, and what would be. */
  readonly before: (now: Partnership, visit: Visit) => Settings;
  readonly after: (body: Body, now: Partnership, visit: Visit) => Settings;
  /** Writes it, if the partnership still is as it was read. */
  readonly save: (visit: Visit, body: Body, now: Partnership) => Done;
  /** Whether a step of the trail changed any of these. */
  readonly isAbout: (entry: Entry, visit: Visit) => boolean;
}

export const onlyBrokers = refusedPage(403, problems.forbidden.title, "The broker decides the settings.");

const notThere = refusedPage(404, "There are no such settings", "All of them stand on one page: Settings.");

export const maySet = ({ roles }: AnswerOf<"getMe">): boolean =>
  routes.setMatchingPolicy.roles.some((role) => roles.includes(role));

/** Settings as they are told: each with what it is. */
export const settingsList = (settings: Settings): Html =>
  html`<dl>
    ${[...settings].map(([what, value]) => row(settingInWords(what), valueInWords(what, value)))}
  </dl>`;

async function show<Body>(of: SettingsOf<Body>, visit: Visit, trouble?: Trouble): Promise<Ending> {
  const me = await read(visit, "getMe", {});
  if (!maySet(me)) return onlyBrokers;
  if (me.partnership.name === null) return { kind: "go", to: "/pages/partnership" };
  const now = await read(visit, "getPartnership", {});
  const form = formNamed("look", visit, trouble);
  return headed(
    of.title(visit),
    html`<p>${of.about}</p>
      ${formWith(
        form,
        [seenField(form.typed?.get("seen") ?? of.before(now, visit)), of.fields(form, now, visit)],
        button("See what changes"),
      )}
      <p><a href="/pages/partnership">All settings</a></p>`,
    { trouble, forms: [form] },
  );
}

const nothingDiffers: Trouble = {
  status: 422,
  detail: "Nothing of it differs from what is in force.",
  faults: [],
};
const saved: Ending = { kind: "go", to: "/pages/partnership?saved=yes" };

/** The form, with what was typed into it, also where that was looked over already. */
const again = <Body>(of: SettingsOf<Body>, visit: Visit, trouble?: Trouble): Promise<Ending> => {
  const form = new URLSearchParams(visit.form);
  if (form.has("do")) form.set("do", "look");
  return show(of, { ...visit, form }, trouble);
};

/** How often a writing is decided anew because something else of the partnership was changed at the same moment. */
const mostTries = 4;

async function answer<Body>(
  of: SettingsOf<Body>,
  visit: Visit,
  tries = mostTries,
): Promise<Ending | Trouble> {
  if (visit.form.get("then") === "again") return again(of, visit);
  const now = await read(visit, "getPartnership", {});
  const said = of.said(visit, now);
  if (!("kind" in said)) return said;
  const [before, after] = [of.before(now, visit), of.after(said.body, now, visit)];
  const isSaving = visit.form.get("do") === "save";
  // Nothing is left to be saved where the first of two presses has saved it.
  if (changesBetween(before, after).length === 0) return isSaving ? saved : again(of, visit, nothingDiffers);
  const seen = seenIn(visit.form, before);
  if (!isSaving || changesBetween(seen, before).length > 0) {
    const isAbout = (entry: Entry): boolean => of.isAbout(entry, visit);
    return lookOver(visit, { title: of.title(visit), before, after, seen, isAbout });
  }
  const done = await of.save(visit, said.body, now);
  if ("kind" in done) return saved;
  return done.status === 409 && tries > 1 ? answer(of, visit, tries - 1) : again(of, visit, done);
}

/** A page of settings. */
export const settingsPage = <Body>(of: SettingsOf<Body>) =>
  work({
    show: async (visit, trouble) => (of.isThere?.(visit) === false ? notThere : again(of, visit, trouble)),
    answer: async (visit) => (of.isThere?.(visit) === false ? notThere : answer(of, visit)),
  });
