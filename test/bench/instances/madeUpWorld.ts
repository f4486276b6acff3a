// Invents schools, practitioners and requests of an area, or of the nation: clustered in towns, with skewed demand.
// Draws come in a fixed order from one seed, so that the same name always gives the same instance.

import { type Draws, drawsFrom, made, numbers, swap, zipf } from "./seededDraws.ts";

export const scales = ["area", "large", "region", "nation"] as const;
export const supplies = ["normal", "tight", "scarce"] as const;
export type Scale = (typeof scales)[number];
export type Supply = (typeof supplies)[number];

interface Size {
  readonly schools: number;
  readonly practitioners: number;
  readonly requests: number;
  readonly towns: number;
  /** Side of the square that all live in. */
  readonly kilometres: number;
}

const sizes: Readonly<Record<Scale, Size>> = {
  area: { schools: 500, practitioners: 800, requests: 400, towns: 4, kilometres: 60 },
  large: { schools: 2500, practitioners: 5000, requests: 2000, towns: 12, kilometres: 120 },
  region: { schools: 10_000, practitioners: 50_000, requests: 20_000, towns: 60, kilometres: 220 },
  nation: { schools: 24_000, practitioners: 500_000, requests: 100_000, towns: 400, kilometres: 550 },
};

/** Shares of practitioners with 0, 1, ... 5 slots. */
const slotShares = (scale: Scale, supply: Supply): readonly number[] => {
  if (supply === "normal") return [0.3, 0.35, 0.2, 0.08, 0.04, 0.03];
  if (supply === "tight") return [0.72, 0.19, 0.06, 0.02, 0.007, 0.003];
  return scale === "nation"
    ? [0.87, 0.095, 0.025, 0.007, 0.002, 0.001]
    : [0.8, 0.14, 0.04, 0.014, 0.004, 0.002];
};

/** Codes of expertise, in families of six neighbours. */
export const codes = 120;
/** A distance that no journey is long for: the practitioner works remotely. */
export const remoteKilometres = 1e4;

export interface School {
  readonly x: number;
  readonly y: number;
  readonly trust: number;
  /** One bit: primary, secondary or special. */
  readonly phase: number;
}

export interface Person {
  readonly x: number;
  readonly y: number;
  readonly travelKilometres: number;
  readonly trust: number;
  /** Bits of the phases served. */
  readonly phases: number;
  readonly fromWeek: number;
  readonly toWeek: number;
  readonly slots: number;
  readonly days: number;
  readonly claims: readonly { readonly code: number; readonly level: number }[];
}

export interface Asking {
  readonly people: number;
  readonly days: number;
  readonly priority: number;
  readonly school: number;
  readonly code: number;
  /** A second code that would help, or -1. */
  readonly alsoCode: number;
  readonly leastLevel: number;
  readonly fromWeek: number;
  readonly toWeek: number;
}

export interface World {
  readonly kilometres: number;
  readonly schools: readonly School[];
  readonly people: readonly Person[];
  readonly requests: readonly Asking[];
}

/** A way to draw places: one in five anywhere, the others around towns. */
function placing({ next, normal, from }: Draws, { towns, kilometres }: Size): () => { x: number; y: number } {
  const centres = made(towns, () => ({ x: next() * kilometres, y: next() * kilometres }));
  const shares = zipf(numbers(towns), 0.9);
  const inside = (value: number): number => Math.min(kilometres - 1e-3, Math.max(0, value));
  return () => {
    if (next() < 0.2) return { x: next() * kilometres, y: next() * kilometres };
    const town = from(shares);
    const { x = 0, y = 0 } = centres[town] ?? {};
    const spread = 3 + 9 * (town + 1) ** -0.45;
    return { x: inside(x + spread * normal()), y: inside(y + spread * normal()) };
  };
}

/** Shares of the codes in demand and, in somewhat another order, in supply. */
function codeShares({ below, normal }: Draws): { demand: Float64Array; supplied: Float64Array } {
  const demand = numbers(codes);
  for (let i = codes - 1; i > 0; i--) swap(demand, i, below(i + 1));
  const supplied = demand.slice();
  for (let i = 0; i < codes; i++)
    swap(supplied, i, Math.min(codes - 1, Math.max(0, i + Math.round(normal() * 12))));
  return { demand: zipf(demand, 1), supplied: zipf(supplied, 0.75) };
}

const travelOf = (x: number): number => (x < 0.3 ? 20 : x < 0.7 ? 40 : x < 0.97 ? 80 : remoteKilometres);

function slotsFrom(draw: number, shares: readonly number[]): number {
  let [left, slots] = [draw, 0];
  while (slots < 5 && left > (shares[slots] ?? 0)) left -= shares[slots++] ?? 0;
  return slots;
}

function claimsOf({ next, from }: Draws, supplied: Float64Array): Person["claims"] {
  const count = Math.min(8, 1 + Math.floor(-Math.log(next() + 1e-9) * 1.6));
  const claims: { code: number; level: number }[] = [];
  for (let claim = 0; claim < count; claim++) {
    const code = from(supplied);
    if (claims.some((other) => other.code === code)) continue;
    claims.push({ code, level: 1 + Math.floor(Math.sqrt(next()) * 4) });
  }
  return claims;
}

const phasesOf = ({ next }: Draws): number =>
  (next() < 0.7 ? 1 : 0) | (next() < 0.45 ? 2 : 0) | (next() < 0.3 ? 4 : 0) || 1;

function requestOf({ next, below, from }: Draws, demand: Float64Array, schools: number): Asking {
  const size = next();
  const days = 1 + Math.floor(next() ** 1.3 * 6);
  const urgency = next();
  const [school, code] = [below(schools), from(demand)];
  const also = next() < 0.6 ? from(demand) : -1;
  const [leastLevel, fromWeek] = [1 + below(3), below(30)];
  return {
    people: size < 0.85 ? 1 : size < 0.97 ? 2 : 3,
    days,
    priority: urgency < 0.5 ? 1 : urgency < 0.8 ? 2 : urgency < 0.95 ? 3 : 4,
    school,
    code,
    alsoCode: also === code ? -1 : also,
    leastLevel,
    fromWeek,
    toWeek: fromWeek + 3 + below(12),
  };
}

/** Invents a world. */
export function madeUpWorld(scale: Scale, supply: Supply, seed: number): World {
  const size = sizes[scale];
  const draws = drawsFrom(seed);
  const { next, below } = draws;
  const place = placing(draws, size);
  const { demand, supplied } = codeShares(draws);
  const trusts = Math.max(5, size.schools / 12);
  const schools = made(size.schools, () => ({
    ...place(),
    trust: below(trusts),
    phase: 1 << (next() < 0.72 ? 0 : next() < 0.75 ? 1 : 2),
  }));
  const shares = slotShares(scale, supply);
  const people = made(size.practitioners, (): Person => {
    const where = place();
    const travelKilometres = travelOf(next());
    const trust = schools[below(size.schools)]?.trust ?? 0;
    const phases = phasesOf(draws);
    const fromWeek = below(20);
    const toWeek = fromWeek + 6 + below(34);
    const slots = slotsFrom(next(), shares);
    const days = slots === 0 ? 0 : Math.max(2, Math.round(slots * (1.5 + next() * 3.5)));
    return {
      ...where,
      travelKilometres,
      trust,
      phases,
      fromWeek,
      toWeek,
      slots,
      days,
      claims: claimsOf(draws, supplied),
    };
  });
  const requests = made(size.requests, () => requestOf(draws, demand, size.schools));
  return { kilometres: size.kilometres, schools, people, requests };
}
