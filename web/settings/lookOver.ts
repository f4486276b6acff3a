import { changesBetween, type SettingChange, type Settings } from "../../shared/domain/settings.ts";
import type { AnswerOf } from "../../shared/runtime/client.ts";
import { button, buttonThen, formNamed, formWith, typed } from "../form.ts";
import { headed } from "../headed.ts";
import { html, type Html } from "../html.ts";
import { tableOf } from "../table.ts";
import { type Ending, read, type Trouble, type Visit } from "../visit.ts";
import { dateAndTime } from "../words.ts";
import { whoIn } from "./who.ts";
import { settingInWords, valueInWords } from "./words.ts";

export type Entry = AnswerOf<"partnershipAudit">["items"][number];

/** Settings in a page as they were when it was made, so that what others change meanwhile is told. */
export const seenField = (settings: Settings | string): Html =>
  html`<input
    type="hidden"
    name="seen"
    value="${typeof settings === "string" ? settings : String(new URLSearchParams([...settings]))}"
  />`;

/** The settings as they were seen; those in force where the form does not say. */
export function seenIn(form: URLSearchParams, inForce: Settings): Settings {
  const sent = typed(form, "seen");
  return sent === "" ? inForce : new Map(new URLSearchParams(sent));
}

interface Look {
  readonly title: string;
  readonly before: Settings;
  readonly after: Settings;
  /** What the page showed from which this was sent. */
  readonly seen: Settings;
  /** Whether a step of the trail changed any of these. */
  readonly isAbout: (entry: Entry) => boolean;
}

const changesTable = (caption: string, [was, will]: [string, string], all: readonly SettingChange[]): Html =>
  tableOf(
    caption,
    ["Setting", was, will],
    all.map(({ what, before, after }) => [
      settingInWords(what),
      valueInWords(what, before),
      valueInWords(what, after),
    ]),
  );

const lately = 50;

/** Who changed the settings last, and when. */
async function whoChanged(visit: Visit, isAbout: Look["isAbout"]): Promise<string> {
  const query = { limit: lately, order: "newest-first" } as const;
  const [{ items }, { account }] = await Promise.all([
    read(visit, "partnershipAudit", { query }),
    read(visit, "getMe", {}),
  ]);
  const last = items.find(isAbout);
  return last
    ? `${whoIn(last.actor, account)} changed these settings on ${dateAndTime(last.at)}, after you looked at them.`
    : "These settings were changed after you looked at them.";
}

const sinceThen = (since: readonly SettingChange[], changes: readonly SettingChange[]): Html =>
  html`${changesTable("What was changed since", ["As you saw it", "As it is now"], since)}
  ${
    changes.some(({ what }) => since.some((each) => each.what === what)) &&
    html`<p>
      What stands in both tables would not stay as it is now. To keep it, press “Change it once more”, and
      write what it is now.
    </p>`
  }`;

/** What would change, with all that was typed in the page, to be saved or changed once more. */
export async function lookOver(visit: Visit, { title, before, after, seen, isAbout }: Look): Promise<Ending> {
  const form = formNamed("save", visit);
  const kept = [...visit.form].filter(([name]) => !["do", "formToken", "key", "seen", "then"].includes(name));
  const changes = changesBetween(before, after);
  const since = changesBetween(seen, before);
  const told = since.length > 0 ? await whoChanged(visit, isAbout) : undefined;
  const wasSaving = visit.form.get("do") === "save";
  const trouble: Trouble | undefined =
    told !== undefined && wasSaving
      ? { status: 409, detail: `${told} Nothing was saved. Look at what changes now.`, faults: [] }
      : undefined;
  return headed(
    `${title}: look it over`,
    html`<p>${!trouble && told} Nothing is saved yet.</p>
      ${told !== undefined && sinceThen(since, changes)}
      ${changesTable("What changes", ["As it is", "As it will be"], changes)}
      ${formWith(
        form,
        [
          seenField(before),
          kept.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`),
        ],
        html`${button("Save this")} ${buttonThen("Change it once more", "again")}`,
      )}`,
    { trouble },
  );
}
