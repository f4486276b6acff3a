import type { Establishment } from "./establishment.ts";

/** A local authority by its code in the register (three digits, stable) and its present name. */
export type LocalAuthority = { readonly code: string; readonly name: string };

/** The area of one partnership: the authorities whose schools it may serve, and about where it lies. */
export type Area = {
  readonly name: string;
  readonly authorities: readonly LocalAuthority[];
  /** British National Grid, for synthetic schools. */
  readonly centre: { readonly eastingMetres: number; readonly northingMetres: number };
  readonly radiusMetres: number;
};

export type AreaSchools =
  | { readonly kind: "found"; readonly area: Area; readonly schools: readonly Establishment[] }
  | { readonly kind: "unknown-area"; readonly known: readonly string[] };

type Place = readonly [eastingMetres: number, northingMetres: number, radiusMetres: number];

const area = (name: string, authorities: Readonly<Record<string, string>>, place: Place): Area => ({
  name,
  authorities: Object.entries(authorities).map(([code, authority]) => ({ code, name: authority })),
  centre: { eastingMetres: place[0], northingMetres: place[1] },
  radiusMetres: place[2],
});

/** The areas of the ten partnerships that this service is built for. */
export const areas: readonly Area[] = [
  area("Sheffield", { "373": "Sheffield" }, [435_000, 387_000, 9_000]),
  area("Birmingham", { "330": "Birmingham" }, [407_000, 287_000, 11_000]),
  area("Brent", { "304": "Brent" }, [520_000, 185_500, 4_500]),
  area("Croydon", { "306": "Croydon" }, [533_000, 165_000, 6_000]),
  area("Newham", { "316": "Newham" }, [541_000, 183_500, 4_000]),
  area("Wigan", { "359": "Wigan" }, [362_000, 402_500, 8_500]),
  area("Lincolnshire", { "925": "Lincolnshire" }, [510_000, 355_000, 40_000]),
  area("Essex", { "881": "Essex" }, [575_000, 210_000, 32_000]),
  area("Hertfordshire", { "919": "Hertfordshire" }, [523_000, 213_000, 22_000]),
  area(
    "North East",
    {
      "390": "Gateshead",
      "391": "Newcastle upon Tyne",
      "392": "North Tyneside",
      "393": "South Tyneside",
      "394": "Sunderland",
      "805": "Hartlepool",
      "806": "Middlesbrough",
      "807": "Redcar and Cleveland",
      "808": "Stockton-on-Tees",
      "840": "County Durham",
      "841": "Darlington",
      "929": "Northumberland",
    },
    [428_000, 550_000, 45_000],
  ),
];

const plain = (name: string): string =>
  name
    .trim()
    .toLowerCase()
    .replaceAll(/[\s-]+/g, " ");

/** The area of that name, in any case and with spaces or hyphens; undefined when there is none. */
export function findArea(name: string): Area | undefined {
  return areas.find((each) => plain(each.name) === plain(name));
}

export type AreaNamed =
  | { readonly kind: "found"; readonly area: Area }
  | { readonly kind: "unknown-area"; readonly known: readonly string[] };

/** The area of that name; an unknown one is answered with the names of the known ones. */
export function areaOf(name: string): AreaNamed {
  const found = findArea(name);
  if (found) return { kind: "found", area: found };
  return { kind: "unknown-area", known: areas.map((each) => each.name) };
}

/** Whether a school lies in an area: by its authority's code, or by its name in a register without codes. */
export function isInArea({ laCode, laName }: Establishment, { authorities }: Area): boolean {
  return authorities.some(({ code, name }) =>
    laCode === "" ? plain(name) === plain(laName) : code === laCode,
  );
}

/**
 * The register's schools in an area, open or not, in the register's order. Authorities are found by code, or
 * by name in a register without codes. An unknown area is answered with the names of the known ones.
 */
export function schoolsOfArea(establishments: readonly Establishment[], areaName: string): AreaSchools {
  const found = areaOf(areaName);
  if (found.kind !== "found") return found;
  return { ...found, schools: establishments.filter((school) => isInArea(school, found.area)) };
}
