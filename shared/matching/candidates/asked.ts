import { daysAsked } from "../facts/openDays.ts";
import { exact, whole } from "../problem/cells.ts";
import { folded, marksOf } from "./codeMarks.ts";
import { daysCounted } from "./crowd.ts";
import type { Ground } from "./field.ts";
import type { Points } from "./points.ts";
import { inRequest, requestWide } from "./requestRows.ts";
import { designationMark, designationMarks } from "./rows.ts";

/** What is looked at of a request, once for all its pairs. */
export function askedOf(ground: Ground, at: number, points: Points) {
  const { closures, schools, claims, classes, requests } = ground;
  const told = (which: number): number => whole(requests.rows, at * requestWide + which);
  const asking = told(inRequest.school);
  const [east, north] = [exact(schools.eastMetres, asking), exact(schools.northMetres, asking)];
  const context = whole(points.context, 1000);
  const designation = told(inRequest.designation);
  const halfDays = told(inRequest.halfDays);
  const marks = marksOf(claims, requests.others, at);
  return {
    asking,
    points,
    days: daysAsked(closures, whole(schools.calendar, asking), {
      from: told(inRequest.from),
      to: told(inRequest.to),
    }),
    begins: told(inRequest.begins),
    ends: told(inRequest.ends),
    marks,
    /** In one word: who has none of these among their folded marks has none of the marks. */
    anyMark: folded(marks),
    /** The designation to be looked up of each person; -1 where none is asked for, or their traits tell. */
    designation: ground.designationCount > designationMarks ? designation : -1,
    /** The trait without which nobody holds it; 0 where none is asked for. */
    designationMark: designation < 0 ? 0 : designationMark(designation),
    halfDays,
    daysNeeded: daysCounted(halfDays),
    isTravelled: told(inRequest.isTravelled) === 1,
    east,
    north,
    /** Where the row of its school's class begins. */
    alikeFrom: whole(classes.of, asking) * classes.count,
    context,
    untravelled: context + (told(inRequest.isRemote) === 1 ? whole(points.distance, 1000) : 0),
    free: whole(points.availability, 1000),
  };
}
export type Asked = ReturnType<typeof askedOf>;
