/**
 * What is looked at of people, a row of 64 bytes for each, so that who is looked at is fetched
 * from memory once: a row is eight numbers of metres, of which `inMetres` names some, or sixteen whole numbers, of
 * which `inNumbers` names those that lie elsewhere.
 */
export interface Rows {
  readonly metres: Float64Array;
  readonly numbers: Int32Array;
}

/** Numbers in a row of metres, and in a row of whole numbers. */
export const [metresWide, numbersWide] = [8, 16];

export const rowBytes = numbersWide * Int32Array.BYTES_PER_ELEMENT;

/** Rows in memory for eight numbers of each. */
export const rowsIn = (metres: Float64Array): Rows => ({
  metres,
  numbers: new Int32Array(metres.buffer, metres.byteOffset, 2 * metres.length),
});

/** Where the home school is; NaN where that is not known. */
export const inMetres = { east: 0, north: 1 } as const;

/** What is looked at last stands last: memory need not begin where a row does, so that the end may have to be fetched too. */
export const inNumbers = {
  /** How far they travel at most, whole metres. */
  reach: 4,
  halfDays: 5,
  /** The number of the home school. */
  school: 6,
  /** Their place in the roster. */
  place: 7,
  /** Bits: see `traits`. */
  traits: 8,
  /** The row of the spans of days on which they are free. */
  free: 9,
  /** The last day of the letter of assurance, as a number that sorts as the date does. */
  assuredUntil: 10,
  /** Basis points that their first place costs: the price of the load that they carry. */
  cost: 11,
  /** Marks of what they claim, `markWords` words of them. */
  marks: 12,
  load: 15,
} as const;

/** Where the traits of a person stand among their bits: masks of phases and modes by their first bit, or one bit. */
export const traits = {
  /** Phases that the person works in, and phases of the home school. */
  phases: 0,
  homePhases: 8,
  /** Modes in which the person can serve, and modes by choice. */
  serves: 16,
  modes: 20,
  /** The run owes them places: they stay candidates wherever they qualify. */
  isOwed: 1 << 24,
  /** They gave dates of availability. */
  isDated: 1 << 25,
  /** They may come from farther away than people are looked for by the map. */
  isRoaming: 1 << 26,
  /** Marks of the designations that they hold, shared where there are more of these than marks. */
  designations: 27,
} as const;

/** So many designations have a mark each. */
export const designationMarks = 4;

/** The trait of those who hold a designation, given by its number, and of those who hold one that shares its mark. */
export const designationMark = (designation: number): number =>
  1 << (traits.designations + (designation % designationMarks));
