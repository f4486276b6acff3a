import { isDeepStrictEqual } from "node:util";
import { routes } from "../../shared/contract/manifest.ts";
import { mostTravelMetres } from "../../shared/domain/people/person.ts";
import { type Offering, profileOf } from "../../shared/domain/people/profileOf.ts";
import { whenLeftEmpty } from "../faults.ts";
import { nothingChosen, typed, typedOrNull } from "../form.ts";
import { parsedBy, troubleAt } from "../parsed.ts";
import { isOther, savedMeanwhile } from "../seen.ts";
import { inMiles, milesInMetres } from "../terms.ts";
import type { Trouble } from "../visit.ts";
import { itemKey, withOnce } from "./once.ts";
import type { Person } from "./readPerson.ts";

/** What one form of a profile changes together; the others add to a list or take from it. */
export function howAsked(person: Offering) {
  const { availability: _dates, declaredInterests: _ties, ...others } = profileOf(person);
  return others;
}

const numberIn = (form: URLSearchParams, name: string): number => Number(typed(form, name) || Number.NaN);

/** The limit that was typed in miles; one that nobody touched stays as it was, to the metre. */
function travelLimitIn(form: URLSearchParams, { travelLimitMetres }: Offering): number | null {
  const miles = typed(form, "travelLimitMetres");
  if (miles === "") return null;
  const isSame = travelLimitMetres !== null && inMiles(travelLimitMetres) === miles;
  return isSame ? travelLimitMetres : milesInMetres(Number(miles));
}

/** Facets of which any were ticked: none says nothing of them. */
const tickedIn = (form: URLSearchParams) =>
  Object.fromEntries(
    ["supportTypes", "audiences", "settings"]
      .map((name) => [name, form.getAll(name)] as const)
      .filter(([, ticked]) => ticked.length > 0),
  );

/** A profile with what the fields of {@link Offering} say of it. */
export const offeringIn = (form: URLSearchParams, person: Offering) => {
  const { supportTypes: _types, audiences: _audiences, settings: _settings, ...others } = profileOf(person);
  return {
    ...others,
    ...tickedIn(form),
    phases: form.getAll("phases"),
    modes: form.getAll("modes"),
    travelLimitMetres: travelLimitIn(form, person),
    capacityDaysPerYear: numberIn(form, "capacityDaysPerYear"),
    capacityDeployments: numberIn(form, "capacityDeployments"),
  };
};

const interestIn = (form: URLSearchParams) => {
  const [until, note] = [typedOrNull(form, "until"), typedOrNull(form, "note")];
  return {
    schoolId: typed(form, "schoolId"),
    kind: typed(form, "kind"),
    since: typedOrNull(form, "since"),
    ...(until === null ? {} : { until }),
    ...(note === null ? {} : { note }),
  };
};

interface Said {
  readonly profile: object;
  /** Where in it the fields of the form are, undefined where they have the profile's own names. */
  readonly at?: string;
}

/** The profile as a form would have it, which is sent whole: each form changes a part of it. */
function saidIn(form: URLSearchParams, person: Person): Said | undefined {
  const profile = profileOf(person);
  const { availability, declaredInterests } = profile;
  const sent = form.get("do") ?? "";
  if (sent === "offering") return { profile: offeringIn(form, person) };
  if (sent === "dates") {
    const dates = { from: typed(form, "from"), to: typed(form, "to") };
    const all = withOnce(availability, dates).toSorted((a, b) => (a.from < b.from ? -1 : 1));
    return { profile: { ...profile, availability: all }, at: `availability/${all.indexOf(dates)}` };
  }
  if (sent === "interest")
    return {
      profile: { ...profile, declaredInterests: withOnce(declaredInterests, interestIn(form)) },
      at: `declaredInterests/${declaredInterests.length}`,
    };
  const [, what, which] = /^drop-(dates|interest)-(.+)$/.exec(sent) ?? [];
  if (what === "dates") {
    const left = availability.filter(({ from, to }) => `${from}-${to}` !== which);
    return { profile: { ...profile, availability: left } };
  }
  if (what === undefined) return undefined;
  const left = declaredInterests.filter((each) => itemKey(each) !== which);
  return { profile: { ...profile, declaredInterests: left } };
}

export const offeringWhenEmpty = {
  capacityDaysPerYear: "Give the days",
  capacityDeployments: "Give how many pieces of work at once",
};

const whenEmpty = {
  ...offeringWhenEmpty,
  from: "Give the first day",
  to: "Give the last day",
  schoolId: "Choose the school",
};

/** A limit of metres is told as the form asks for it. */
export const toldInMiles = (trouble: Trouble): Trouble => ({
  ...trouble,
  faults: trouble.faults.map((each) =>
    each.field === "travelLimitMetres" && each.detail.includes("at most")
      ? { ...each, detail: `Give at most ${Math.floor(Number(inMiles(mostTravelMetres)))} miles` }
      : each,
  ),
});

const body = routes.setProfile.body;

/** The profile that a form asks for, or what is wrong with it; and how to tell a refusal of it by the form's fields. */
export function profileIn(form: URLSearchParams, person: Person) {
  const said = saidIn(form, person);
  const told = (trouble: Trouble): Trouble =>
    toldInMiles(
      whenLeftEmpty(said?.at === undefined ? trouble : troubleAt(trouble, said.at), form, whenEmpty),
    );
  if (!said) return { read: nothingChosen, told } as const;
  const before = profileOf(person);
  const read = parsedBy(body, { ...said.profile, before });
  const isTheirs = form.get("do") === "offering" && isOther(form, howAsked(person));
  const isUnseen = "kind" in read && isTheirs && !isDeepStrictEqual(profileOf(read.body), before);
  return { read: isUnseen ? savedMeanwhile("this") : read, told } as const;
}
