import { madeUpArea } from "../../shared/matching/facts/madeUpArea.ts";
import { proposalsOf } from "../../shared/matching/explain/explain.ts";
import { viewForPractitioner } from "../../shared/matching/explain/practitioner.ts";
import { recruitList } from "../../shared/matching/explain/recruits.ts";
import { standInsFor } from "../../shared/matching/explain/standIns.ts";
import { unmetInFull, unmetOf } from "../../shared/matching/explain/unmet.ts";
import { openRun, type OpenRun } from "../../shared/matching/openRun.ts";
import { type Measured, rounded } from "./report.ts";

const repeats = 15;
const requests = 400;
const schools = 150;
/** Practitioners and codes in use: enough of them, many kinds of them, and too few. */
const areas = [
  { practitioners: 800, codes: 20 },
  { practitioners: 800, codes: 55 },
  { practitioners: 300, codes: 20 },
  { practitioners: 300, codes: 55 },
  { practitioners: 200, codes: 55 },
] as const;

/** The best of several times, in milliseconds: the first ones warm the engine up. */
function best(work: () => unknown): number {
  let least = Infinity;
  for (let turn = 0; turn < repeats; turn++) {
    const began = performance.now();
    work();
    least = Math.min(least, performance.now() - began);
  }
  return rounded(least, 2);
}

/** How long the relaxations of one request take that are left to be tried: in the middle, and the longest. */
function inFull(run: OpenRun): readonly [number, number] {
  const times = unmetOf(run)
    .filter(({ isSettled }) => !isSettled)
    .map(({ requestId }) => {
      const began = performance.now();
      unmetInFull(run, requestId);
      return rounded(performance.now() - began, 1);
    })
    .toSorted((a, b) => a - b);
  return [times[Math.floor(times.length / 2)] ?? 0, times.at(-1) ?? 0];
}

function timesOf(run: OpenRun): readonly number[] {
  const [person] = run.roster.practitioners;
  const [request] = run.roster.requests;
  if (person === undefined || request === undefined) throw new Error("An area has people and requests");
  return [
    best(() => proposalsOf(run)),
    best(() => unmetOf(run)),
    best(() => standInsFor(run, request.id)),
    best(() => viewForPractitioner(run, person.id)),
    best(() => recruitList(run)),
    best(() => openRun(run.roster.input, undefined, run.solvedParts)),
    ...inFull(run),
  ];
}

/** How long each explanation of an opened run takes, by function, on made-up areas. */
export function measureExplanations(): Promise<Measured[]> {
  const rows = areas.map(({ practitioners, codes }) => {
    const opening = openRun(madeUpArea({ schools, practitioners, requests, codes, seed: 1 }));
    if (opening.kind !== "opened") throw new Error("A made-up area is valid");
    const { run } = opening;
    const [proposals, unmet] = [proposalsOf(run), unmetOf(run)];
    const left = unmet.filter(({ isSettled }) => !isSettled);
    return [requests, practitioners, codes, proposals.length, unmet.length, left.length, ...timesOf(run)];
  });
  return Promise.resolve([
    {
      title: "Explaining a run, by function",
      notes: [
        `Milliseconds, best of ${repeats}, in one warm process; the run is opened before and not counted.`,
        "Proposals and unmet are told every night, for all requests; the others when they are asked for.",
      ],
      columns: [
        "requests",
        "practitioners",
        "codes",
        "proposals",
        "unmet requests",
        "left to be tried",
        "proposals ms",
        "unmet ms",
        "stand-ins of one request ms",
        "view of one practitioner ms",
        "recruit list ms",
        "opening again ms",
        "relaxations of one request ms, median",
        "longest",
      ],
      rows,
    },
  ]);
}
