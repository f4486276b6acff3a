// The best candidates of each request of a made-up world, found ring by ring around its school.
import { startsOf } from "../../../shared/matching/problem/cells.ts";
import { cellKilometres, codesOf, type Index, indexOf, ringRuns, steps } from "./candidateIndex.ts";
import type { Person, World } from "./madeUpWorld.ts";

/** For each request its best candidates, best first, and the best score that may have been left out, or -1. */
export interface Candidates {
  readonly start: Int32Array;
  readonly person: Int32Array;
  readonly score: Int32Array;
  readonly bestOmitted: Int32Array;
}

/** A score's part that no rule explains: up to 599, always the same for the same two. */
function noise(request: number, person: number): number {
  let hash = Math.imul(request, -1640531535) ^ Math.imul(person, 40503);
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x2c1b3c6d);
  hash ^= hash >>> 12;
  return (hash >>> 0) % 600;
}

/** What a scan reads of the person of each entry, beside each other in memory; places rounded as they are kept. */
function columnsOf(entries: Int32Array, people: readonly Person[]) {
  const count = entries.length;
  const [x, y, reach] = [new Float32Array(count), new Float32Array(count), new Float32Array(count)];
  const [phases, trust] = [new Uint8Array(count), new Int32Array(count)];
  const [fromWeek, toWeek] = [new Uint8Array(count), new Uint8Array(count)];
  entries.forEach((j, at) => {
    const person = people[j];
    if (person === undefined) return;
    [x[at], y[at], reach[at]] = [person.x, person.y, person.travelKilometres ** 2];
    [phases[at], trust[at]] = [person.phases, person.trust];
    [fromWeek[at], toWeek[at]] = [person.fromWeek, person.toWeek];
  });
  return { x, y, reach, phases, trust, fromWeek, toWeek };
}

/** The best few found so far for one request, and the best that may have been left out. */
interface Best {
  readonly room: number;
  readonly person: Int32Array;
  readonly score: Int32Array;
  count: number;
  omitted: number;
}

const lastOf = ({ count, room, score }: Best): number => (count === room ? (score[room - 1] ?? 0) : -1);

function enter(best: Best, person: number, score: number): void {
  if (best.count === best.room) {
    const last = lastOf(best);
    best.omitted = Math.max(best.omitted, Math.min(score, last));
    if (score <= last) return;
  }
  let at = best.count < best.room ? best.count++ : best.room - 1;
  for (; at > 0 && (best.score[at - 1] ?? 0) < score; at--) {
    best.score[at] = best.score[at - 1] ?? 0;
    best.person[at] = best.person[at - 1] ?? 0;
  }
  best.score[at] = score;
  best.person[at] = person;
}

/** Reads some entries of the index for a request and enters whoever may serve it; `base` is what their level counts. */
function scannerOf({ people, schools, requests }: World, { entries }: Index) {
  const columns = columnsOf(entries, people);
  const seen = new Int32Array(people.length).fill(-1);
  const alsoPart = (j: number, code: number): number => {
    if (code < 0) return 750;
    const claim = people[j]?.claims.find((other) => other.code === code);
    return claim === undefined ? 0 : 375 * claim.level;
  };
  return (best: Best, i: number) => {
    const { school, alsoCode, fromWeek, toWeek } = requests[i] ?? {
      school: 0,
      alsoCode: -1,
      fromWeek: 0,
      toWeek: 0,
    };
    const { x, y, trust, phase } = schools[school] ?? { x: 0, y: 0, trust: 0, phase: 0 };
    return (from: number, to: number, base: number): void => {
      for (let at = from; at < to; at++) {
        const j = entries[at] ?? 0;
        if (((columns.phases[at] ?? 0) & phase) === 0 || columns.trust[at] === trust || seen[j] === i)
          continue;
        seen[j] = i;
        const weeks =
          Math.min(columns.toWeek[at] ?? 0, toWeek) - Math.max(columns.fromWeek[at] ?? 0, fromWeek);
        if (weeks < 1) continue;
        const [dx, dy] = [(columns.x[at] ?? 0) - x, (columns.y[at] ?? 0) - y];
        const squared = dx * dx + dy * dy;
        if (squared > (columns.reach[at] ?? 0)) continue;
        const part = base + Math.min(400, 40 * weeks) + noise(i, j) + alsoPart(j, alsoCode);
        const last = lastOf(best);
        if (part + 2500 <= last)
          best.omitted = Math.max(best.omitted, Math.min(last, Math.ceil(part + 2500)));
        else enter(best, j, Math.round(part + 2500 * Math.exp(-Math.sqrt(squared) / 30)));
      }
    };
  };
}

/** A search that finds the best candidates of one request after another. */
function searchOf(world: World, room: number) {
  const index = indexOf(world);
  const scanner = scannerOf(world, index);
  const ordered = steps();
  const best: Best = {
    room,
    person: new Int32Array(room),
    score: new Int32Array(room),
    count: 0,
    omitted: -1,
  };
  const find = (i: number): void => {
    const { school = 0, code = 0, leastLevel = 0 } = world.requests[i] ?? {};
    const { x = 0, y = 0 } = world.schools[school] ?? {};
    const [column, row] = [Math.floor(x / cellKilometres), Math.floor(y / cellKilometres)];
    const [alike, same] = [codesOf(code), [code]];
    [best.count, best.omitted] = [0, -1];
    const scan = scanner(best, i);
    for (const { level, claims, ring, most } of ordered) {
      if (lastOf(best) >= most) {
        best.omitted = Math.max(best.omitted, Math.min(Math.ceil(most), lastOf(best)));
        return;
      }
      if (level + 1 < leastLevel) continue;
      for (const claim of claims)
        for (const mine of claim.exact ? same : alike) {
          const list = index.listOf(mine, claim.level);
          const end = list + index.cells;
          if (index.first[list] === index.first[end]) continue;
          if (ring < 0) scan(index.first[end - 1] ?? 0, index.first[end] ?? 0, 1250 * level);
          else
            for (const [from, to] of ringRuns(index, list, { ring, column, row }))
              scan(from, to, 1250 * level);
        }
    }
  };
  return { best, find };
}

/** Requests that look in the same lists one after the other, so that what they read is still at hand. */
const byCodeAndPlace = ({ requests, schools }: World): number[] =>
  Array.from(requests.keys()).sort((a, b) => {
    const [one, other] = [requests[a], requests[b]];
    const byRow = (schools[one?.school ?? 0]?.y ?? 0) - (schools[other?.school ?? 0]?.y ?? 0);
    return (one?.code ?? 0) - (other?.code ?? 0) || byRow;
  });

/** Finds the best candidates of every request, up to so many each. */
export function bestCandidates(world: World, room: number): Candidates {
  const count = world.requests.length;
  const { best, find } = searchOf(world, room);
  const [found, bestOmitted] = [new Int32Array(count), new Int32Array(count)];
  const [people, scores] = [new Int32Array(count * room), new Int32Array(count * room)];
  for (const i of byCodeAndPlace(world)) {
    find(i);
    found[i] = best.count;
    bestOmitted[i] = best.omitted;
    people.set(best.person.subarray(0, best.count), i * room);
    scores.set(best.score.subarray(0, best.count), i * room);
  }
  const start = startsOf(found);
  const [person, score] = [new Int32Array(start[count] ?? 0), new Int32Array(start[count] ?? 0)];
  for (let i = 0; i < count; i++) {
    const [from, to] = [i * room, i * room + (found[i] ?? 0)];
    person.set(people.subarray(from, to), start[i] ?? 0);
    score.set(scores.subarray(from, to), start[i] ?? 0);
  }
  return { start, person, score, bestOmitted };
}
