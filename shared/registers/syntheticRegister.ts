import { areas, findArea, type Area } from "./areas.ts";
import { toCsv } from "./csv.ts";
import { giasHeader } from "./giasHeader.ts";
import { seeded, type SeededRandom } from "./seeded.ts";
import { pickKind, type SyntheticKind, type SyntheticType } from "./syntheticKinds.ts";

/** The register's row of one invented school, by header name; columns left out are empty. */
type Row = Readonly<Record<string, string>>;

export type SyntheticRegister =
  | { readonly kind: "made"; readonly text: string; readonly schools: number }
  | { readonly kind: "unknown-area"; readonly known: readonly string[] };

const places =
  "Oakfield Ashgrove Millbrook Larkhill Thornbury Westmead Fairlea Beechwood Harrowdale Stonebridge Meadowcroft Riverside Hillcrest Brookfield Elmhurst Kingsway".split(
    " ",
  );
const streets = "School Lane,Church Road,Station Road,Park Avenue,High Street,Mill Lane".split(",");

const dayMonthYear = (random: SeededRandom, years: readonly [number, number]): string => {
  const two = (value: number): string => String(value).padStart(2, "0");
  return `${two(random.between(1, 28))}-${two(random.between(1, 12))}-${random.between(...years)}`;
};

// Real registers have gaps; a reader that never met one would fail on the first real file.
const orGap = (random: SeededRandom, value: string, probability: number): string =>
  random.chance(probability) ? "" : value;

function place(random: SeededRandom, area: Area): Row {
  const authority = random.pick(area.authorities);
  const angle = random.next() * 2 * Math.PI;
  const distance = Math.sqrt(random.next()) * area.radiusMetres;
  const isMissing = random.chance(0.005);
  const metres = (value: number): string => (isMissing ? "" : String(Math.round(value)));
  return {
    "LA (code)": authority.code,
    "LA (name)": authority.name,
    Street: `${random.between(1, 200)} ${random.pick(streets)}`,
    Town: authority.name,
    Postcode: `ZZ${random.between(1, 99)} ${random.between(1, 9)}ZZ`,
    Easting: metres(area.centre.eastingMetres + Math.cos(angle) * distance),
    Northing: metres(area.centre.northingMetres + Math.sin(angle) * distance),
  };
}

function status(random: SeededRandom): Row {
  const roll = random.next();
  const opened = random.chance(0.4) ? "" : dayMonthYear(random, [1950, 2020]);
  const row = (code: string, name: string, dates: Row): Row => ({
    "EstablishmentStatus (code)": code,
    "EstablishmentStatus (name)": name,
    ...dates,
  });
  if (roll < 0.93) return row("1", "Open", { OpenDate: opened });
  if (roll < 0.96) {
    return row("2", "Closed", { OpenDate: opened, CloseDate: dayMonthYear(random, [2021, 2025]) });
  }
  if (roll < 0.985) return row("3", "Open, but proposed to close", { OpenDate: opened });
  return row("4", "Proposed to open", {});
}

function memberships(random: SeededRandom, type: SyntheticType, area: Area): Row {
  const base = (areas.indexOf(area) + 1) * 1000;
  const numbered = (count: number): number => random.between(1, count);
  if (type.isAcademy) {
    const trust = numbered(12);
    return {
      "Trusts (code)": String(base + trust),
      "Trusts (name)": `${places[trust]} Learning Trust ${trust}`,
    };
  }
  const diocese: Row = type.isChurch
    ? {
        "Diocese (code)": "XX01",
        "Diocese (name)": "Diocese of Oakfield",
        "ReligiousCharacter (name)": "Church of England",
      }
    : {
        "Diocese (code)": "0",
        "Diocese (name)": "Not applicable",
        "ReligiousCharacter (name)": "Does not apply",
      };
  if (!random.chance(0.12)) return { ...diocese, "FederationFlag (name)": "Not under a federation" };
  const federation = numbered(8);
  return {
    ...diocese,
    "FederationFlag (name)": "Supported by a federation",
    "Federations (code)": String(base + 500 + federation),
    "Federations (name)": `${places[federation]} Federation ${federation}`,
  };
}

function teaching(random: SeededRandom, kind: SyntheticKind, type: SyntheticType): Row {
  const [low, high] = random.pick(kind.ages);
  const pupils = random.between(...kind.pupils);
  const hasSixthForm = kind.title === "High School" && high === "18";
  return {
    "TypeOfEstablishment (code)": type.code.padStart(2, "0"),
    "TypeOfEstablishment (name)": type.name,
    "EstablishmentTypeGroup (code)": type.group[0],
    "EstablishmentTypeGroup (name)": type.group[1],
    "PhaseOfEducation (code)": kind.phase[0],
    "PhaseOfEducation (name)": kind.phase[1],
    StatutoryLowAge: orGap(random, low, 0.003),
    StatutoryHighAge: orGap(random, high, 0.003),
    "OfficialSixthForm (name)": hasSixthForm ? "Has a sixth form" : "Does not have a sixth form",
    "Gender (name)": "Mixed",
    SchoolCapacity: orGap(random, String(Math.ceil(pupils * 1.1)), 0.1),
    NumberOfPupils: orGap(random, String(pupils), 0.05),
    PercentageFSM: orGap(random, (random.next() * 60).toFixed(1), 0.08),
  };
}

function schoolRow(random: SeededRandom, area: Area, index: number): Row {
  const kind = pickKind(random);
  const type = random.pick(kind.types);
  const urn = syntheticUrnStart + areas.indexOf(area) * 9_000 + index;
  const saint = type.isChurch ? "St Agnes' " : "";
  return {
    URN: String(urn),
    EstablishmentNumber: String(1000 + (index % 9000)),
    EstablishmentName: `${saint}${random.pick(places)} ${kind.title} ${index}`,
    UKPRN: orGap(random, String(19_000_000 + urn - syntheticUrnStart), 0.1),
    LastChangedDate: dayMonthYear(random, [2021, 2025]),
    "GOR (name)": "Not applicable",
    ...place(random, area),
    ...status(random),
    ...memberships(random, type, area),
    ...teaching(random, kind, type),
  };
}

/** The first URN of invented schools: the real register has issued none from here on, so they never collide. */
export const syntheticUrnStart = 900_000;

/**
 * Makes a register file of invented schools in an area, under GIAS's own header row: trusts, federations,
 * dioceses, closed and proposed schools, and the gaps that real files have. The same seed gives the same text.
 */
export function syntheticRegister(wanted: {
  readonly area: string;
  /** 1 to 8,999. */
  readonly schools: number;
  readonly seed: number;
}): SyntheticRegister {
  const area = findArea(wanted.area);
  if (!area) return { kind: "unknown-area", known: areas.map(({ name }) => name) };
  const random = seeded(wanted.seed);
  const rows = Array.from({ length: wanted.schools }, (_, index) => schoolRow(random, area, index + 1));
  const text = toCsv(
    giasHeader,
    rows.map((row) => giasHeader.map((name) => row[name] ?? "")),
  );
  return { kind: "made", text, schools: rows.length };
}
