import type { SeededRandom } from "./seeded.ts";

/** What a kind of school looks like in the register: codes and names as GIAS writes them. */
export type SyntheticKind = {
  readonly share: number;
  readonly title: string;
  readonly phase: readonly [code: string, name: string];
  readonly ages: readonly (readonly [low: string, high: string])[];
  readonly pupils: readonly [low: number, high: number];
  readonly types: readonly SyntheticType[];
};

export type SyntheticType = {
  readonly code: string;
  readonly name: string;
  readonly group: readonly [code: string, name: string];
  readonly isAcademy: boolean;
  readonly isChurch: boolean;
};

const maintained = ["4", "Local authority maintained schools"] as const;
const academies = ["10", "Academies"] as const;
const freeSchools = ["11", "Free Schools"] as const;
const specials = ["5", "Special schools"] as const;

const localSchool = (
  code: string,
  name: string,
  group: SyntheticType["group"] = maintained,
): SyntheticType => ({
  code,
  name,
  group,
  isAcademy: false,
  isChurch: name.startsWith("Voluntary"),
});
const academy = (code: string, name: string, group: SyntheticType["group"] = academies): SyntheticType => ({
  code,
  name,
  group,
  isAcademy: true,
  isChurch: false,
});

const mainstream: readonly SyntheticType[] = [
  localSchool("1", "Community school"),
  localSchool("2", "Voluntary aided school"),
  localSchool("3", "Voluntary controlled school"),
  localSchool("5", "Foundation school"),
  academy("34", "Academy converter"),
  academy("34", "Academy converter"),
  academy("28", "Academy sponsor led"),
  academy("35", "Free schools", freeSchools),
];

// Shares follow the open schools of England roughly: four in five are primary, one in seven secondary.
const kinds: readonly SyntheticKind[] = [
  {
    share: 0.76,
    title: "Primary School",
    phase: ["2", "Primary"],
    ages: [
      ["3", "11"],
      ["4", "11"],
      ["2", "11"],
      ["5", "11"],
      ["7", "11"],
      ["3", "7"],
    ],
    pupils: [45, 640],
    types: mainstream,
  },
  {
    share: 0.15,
    title: "High School",
    phase: ["4", "Secondary"],
    ages: [
      ["11", "16"],
      ["11", "18"],
    ],
    pupils: [420, 1700],
    types: mainstream,
  },
  {
    share: 0.04,
    title: "Special School",
    phase: ["0", "Not applicable"],
    ages: [
      ["2", "19"],
      ["4", "16"],
      ["11", "19"],
    ],
    pupils: [40, 240],
    types: [
      localSchool("7", "Community special school", specials),
      academy("44", "Academy special converter"),
    ],
  },
  {
    share: 0.02,
    title: "Nursery School",
    phase: ["1", "Nursery"],
    ages: [["2", "5"]],
    pupils: [40, 160],
    types: [localSchool("15", "Local authority nursery school")],
  },
  {
    share: 0.02,
    title: "Pupil Referral Unit",
    phase: ["0", "Not applicable"],
    ages: [
      ["11", "16"],
      ["5", "16"],
    ],
    pupils: [10, 120],
    types: [
      localSchool("14", "Pupil referral unit"),
      academy("42", "Academy alternative provision converter"),
    ],
  },
  {
    share: 0.01,
    title: "All-Through School",
    phase: ["7", "All-through"],
    ages: [
      ["4", "18"],
      ["3", "16"],
    ],
    pupils: [800, 2200],
    types: mainstream,
  },
];

/** One of the kinds, as often as it stands in a register. */
export function pickKind(random: SeededRandom): SyntheticKind {
  let left = random.next();
  const found = kinds.find((kind) => {
    left -= kind.share;
    return left < 0;
  });
  return found ?? random.pick(kinds);
}
