import { whole } from "../problem/cells.ts";
import type { Instance, InstanceReading } from "./instance.ts";

interface Fault {
  readonly where: string;
  readonly message: string;
}

interface Column {
  readonly name: string;
  readonly cells: Int32Array;
  readonly least: number;
  readonly most: number;
}

/** More of anything than a nation has; totals are refused later where they would not be exact. */
const mostOfAnything = 1_000_000;
const greatestScore = 100_000_000;

const counted = (name: string, cells: Int32Array): Column => ({
  name,
  cells,
  least: 0,
  most: mostOfAnything,
});

/** The first row whose cell lies outside what its column allows. */
function outsideOf(columns: readonly Column[], nameOf: (row: number) => string): Fault | null {
  for (const { name, cells, least, most } of columns) {
    const row = cells.findIndex((value) => value < least || value > most);
    if (row >= 0)
      return { where: nameOf(row), message: `${name} ${cells[row]} is outside ${least} to ${most}` };
  }
  return null;
}

/** Where the rows of pairs do not follow one another from the first pair to the last. */
function brokenStart({ start, requestCount, score }: Instance): Fault | null {
  const where = (at: number): string => (at < requestCount ? `request ${at}` : "the end of the pairs");
  if (start[0] !== 0) return { where: where(0), message: `start ${start[0]} is not 0` };
  for (let i = 0; i < requestCount; i++)
    if (whole(start, i) > whole(start, i + 1))
      return { where: where(i + 1), message: `start ${start[i + 1]} falls behind ${start[i]}` };
  const end = whole(start, requestCount);
  return end === score.length
    ? null
    : { where: where(requestCount), message: `${end} is not ${score.length}` };
}

const pairName = (i: number, j: number): string => `request ${i} with practitioner ${j}`;

function pairTwice({ start, practitioner, requestCount, practitionerCount }: Instance): Fault | null {
  const lastSeen = new Int32Array(practitionerCount).fill(-1);
  for (let i = 0; i < requestCount; i++)
    for (let e = whole(start, i); e < whole(start, i + 1); e++) {
      const j = whole(practitioner, e);
      if (whole(lastSeen, j) === i) return { where: pairName(i, j), message: "stands twice" };
      lastSeen[j] = i;
    }
  return null;
}

function faultOf(instance: Instance): Fault | null {
  const { practitioner, score, start, practitionerCount, scoreScale } = instance;
  if (!(scoreScale >= 1)) return { where: "header", message: `scale ${scoreScale} is not 1 or more` };
  const ofRequests = [
    counted("wanted", instance.wanted),
    counted("days", instance.days),
    counted("priority", instance.priority),
    { name: "best omitted score", cells: instance.bestOmitted, least: -1, most: greatestScore },
  ];
  const ofPeople = [
    counted("slots", instance.slots),
    counted("days", instance.dayCapacity),
    counted("least load", instance.leastLoad),
  ];
  const ofPairs = [
    { name: "practitioner", cells: practitioner, least: 0, most: practitionerCount - 1 },
    { name: "score", cells: score, least: 0, most: greatestScore },
  ];
  const nameOfPair = (e: number): string =>
    pairName(start.findIndex((first) => first > e) - 1, whole(practitioner, e));
  return (
    outsideOf(ofRequests, (i) => `request ${i}`) ??
    outsideOf(ofPeople, (j) => `practitioner ${j}`) ??
    brokenStart(instance) ??
    outsideOf(ofPairs, nameOfPair) ??
    pairTwice(instance)
  );
}

/** Refuses numbers that would make an answer wrong, naming the row by its place in the file, from 0. */
export function checked(instance: Instance): InstanceReading {
  const fault = faultOf(instance);
  return fault === null ? { kind: "instance", instance } : { kind: "unreadable", ...fault };
}
