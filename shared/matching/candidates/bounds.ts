import { basisPoints, distancePer1000 } from "../fit/fit.ts";
import type { Asked } from "./asked.ts";
import type { Shelf } from "./shelf.ts";

/** Tells the most that people and rows of a shelf could be worth to a request, for all that a row holds at once. */
export interface Bounds {
  readonly begin: (asked: Asked) => void;
  /**
   * The most that each of those in a row of people could be worth, one after the other; -Infinity for who is too
   * far away or lacks the days.
   */
  readonly ofPeople: (shelf: Shelf, row: number, into: Float64Array) => void;
  /** The same of each row that a row of rows holds; -Infinity where nobody in it travels so far. */
  readonly ofRows: (shelf: Shelf, row: number, into: Float64Array) => void;
}

/** What is the same for all whom a request looks at. */
interface Terms {
  /** Whether somebody must travel to a place that is known. */
  readonly isTravelled: boolean;
  readonly east: number;
  readonly north: number;
  readonly halfDays: number;
  readonly marks: number;
  readonly beside: number;
  readonly context: number;
  readonly untravelled: number;
  readonly distanceWeight: number;
}

const noTerms: Terms = {
  isTravelled: false,
  east: 0,
  north: 0,
  halfDays: 0,
  marks: 0,
  beside: 0,
  context: 0,
  untravelled: 0,
  distanceWeight: 0,
};

/** Bounds for requests of a policy, where nobody earns anything for being nearer than so far. */
export function boundsWithin(zeroMetres: number): Bounds {
  let terms = noTerms;
  const begin = ({ from, weights, ...asked }: Asked): void => {
    const { halfDays, marks, beside, context, untravelled } = asked;
    const place = { isTravelled: from !== null, east: from?.east ?? 0, north: from?.north ?? 0 };
    terms = { ...place, halfDays, marks, beside, context, untravelled, distanceWeight: weights.distance };
  };
  const travelled = (metres: number): number =>
    basisPoints(terms.distanceWeight, distancePer1000(metres, zeroMetres));

  const ofPeople = ({ first, end, people }: Shelf, row: number, into: Float64Array): void => {
    const { most, marks, halfDays, eastMetres, northMetres, reachMetres } = people;
    const from = first[row] ?? 0;
    const to = end[row] ?? 0;
    for (let x = from; x < to; x++) {
      let bound = (most[x] ?? 0) + (((marks[x] ?? 0) & terms.marks) === 0 ? 0 : terms.beside);
      if ((halfDays[x] ?? 0) < terms.halfDays) bound = -Infinity;
      else if (!terms.isTravelled) bound += terms.untravelled;
      else {
        const eastward = (eastMetres[x] ?? 0) - terms.east;
        const northward = (northMetres[x] ?? 0) - terms.north;
        const metres = Math.floor(Math.sqrt(eastward * eastward + northward * northward));
        if (metres > (reachMetres[x] ?? 0)) bound = -Infinity;
        // A place that is not known earns nothing for being near.
        else bound += terms.context + (metres >= 0 ? travelled(metres) : 0);
      }
      into[x - from] = bound;
    }
  };

  const ofRows = (shelf: Shelf, row: number, into: Float64Array): void => {
    const { rowMost, rowMarks, west, east, south, north, reachMetres } = shelf;
    const from = shelf.first[row] ?? 0;
    const to = shelf.end[row] ?? 0;
    for (let x = from; x < to; x++) {
      let bound = (rowMost[x] ?? 0) + (((rowMarks[x] ?? 0) & terms.marks) === 0 ? 0 : terms.beside);
      if (!terms.isTravelled) bound += terms.untravelled;
      else {
        const eastward = Math.max(0, (west[x] ?? 0) - terms.east, terms.east - (east[x] ?? 0));
        const northward = Math.max(0, (south[x] ?? 0) - terms.north, terms.north - (north[x] ?? 0));
        const metres = Math.floor(Math.sqrt(eastward * eastward + northward * northward));
        bound = metres > (reachMetres[x] ?? 0) ? -Infinity : bound + terms.context + travelled(metres);
      }
      into[x - from] = bound;
    }
  };
  return { begin, ofPeople, ofRows };
}
