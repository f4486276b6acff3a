import type { MatchInput, MatchSchool } from "../../shared/matching/facts/facts.ts";
import { diceFrom, madeUpArea, present } from "../../shared/matching/facts/madeUpArea.ts";
import { codes } from "../../shared/registers/taxonomy.ts";

/** How large made-up facts are, and over how wide a square their schools gather in how many towns. */
export interface Scale {
  readonly requests: number;
  readonly practitioners: number;
  readonly schools: number;
  readonly towns: number;
  readonly sideMetres: number;
}

/** From a partnership's area to the whole of England. */
export const scales = {
  area: { requests: 400, practitioners: 800, schools: 500, towns: 4, sideMetres: 60_000 },
  large: { requests: 2_000, practitioners: 5_000, schools: 2_500, towns: 12, sideMetres: 120_000 },
  region: { requests: 20_000, practitioners: 50_000, schools: 10_000, towns: 60, sideMetres: 220_000 },
  nation: { requests: 100_000, practitioners: 500_000, schools: 24_000, towns: 400, sideMetres: 550_000 },
} as const satisfies Readonly<Record<string, Scale>>;

interface Draws {
  /** From 0 up to, but without, 1. */
  readonly share: () => number;
  /** From a normal distribution of mean 0 and deviation 1. */
  readonly normal: () => number;
}

function drawsFrom(seed: number): Draws {
  const dice = diceFrom(seed);
  const share = (): number => dice.below(2 ** 30) / 2 ** 30;
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - share())) * Math.cos(2 * Math.PI * share());
  return { share, normal };
}

/** Ranks from 0 on, each so much rarer than the one before that rank r has a share near 1 / (r + 1). */
const rankBelow = (count: number, { share }: Draws): number =>
  Math.min(count - 1, Math.floor(count ** share()) - 1);

// Steps of 50 through 123 codes meet every one, and neighbours in rank are not of one family.
const codeAt = (rank: number): string => codes[(rank * 50) % codes.length]?.code ?? "";

/** Demand gathers on few codes; of what is claimed, half does and half is spread evenly. */
const codeAsked = (draws: Draws): string => codeAt(rankBelow(codes.length, draws));
const codeClaimed = (draws: Draws): string =>
  draws.share() < 0.5 ? codeAsked(draws) : codeAt(Math.floor(draws.share() * codes.length));

interface Town {
  readonly east: number;
  readonly north: number;
  readonly spreadMetres: number;
}

/** One school in five stands anywhere; the others around towns, of which the first are the largest. */
function placed(
  school: MatchSchool,
  towns: readonly Town[],
  { scale, draws }: { scale: Scale; draws: Draws },
): MatchSchool {
  const anywhere = (): number => draws.share() * scale.sideMetres;
  const town = draws.share() < 0.2 ? undefined : towns[rankBelow(towns.length, draws)];
  const near = (middle: number, spread: number): number =>
    Math.min(scale.sideMetres, Math.max(0, middle + spread * draws.normal()));
  return {
    ...school,
    eastingMetres: Math.floor(town ? near(town.east, town.spreadMetres) : anywhere()),
    northingMetres: Math.floor(town ? near(town.north, town.spreadMetres) : anywhere()),
    memberships: [
      ...school.memberships.filter(({ kind }) => kind === "federation"),
      ...(draws.share() < 0.3
        ? []
        : [present("multi-academy-trust", `T${Math.floor((draws.share() * scale.schools) / 12)}`)]),
    ],
  };
}

/** Made-up facts of one scale, clustered by place and with skewed demand: the same for the same seed. */
export function scaledFacts(scale: Scale, seed: number): MatchInput {
  const area = madeUpArea({ ...scale, codes: 55, seed });
  const draws = drawsFrom(seed);
  const towns = Array.from({ length: scale.towns }, (_, rank) => ({
    east: draws.share() * scale.sideMetres,
    north: draws.share() * scale.sideMetres,
    spreadMetres: 3_000 + 9_000 / Math.sqrt(rank + 1),
  }));
  return {
    ...area,
    schools: area.schools.map((school) => placed(school, towns, { scale, draws })),
    practitioners: area.practitioners.map((person) => ({
      ...person,
      claims: person.claims.map((claim) => ({ ...claim, code: codeClaimed(draws) })),
    })),
    requests: area.requests.map((request) => ({
      ...request,
      codes: { primary: codeAsked(draws), secondary: request.codes.secondary.map(() => codeAsked(draws)) },
    })),
  };
}
