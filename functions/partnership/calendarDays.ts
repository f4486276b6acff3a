import { counted } from "../../shared/domain/counted.ts";
import { type SchoolCalendar, yearInForce } from "../../shared/domain/calendar/calendarInForce.ts";
import { type DayKind, dayKindsIn, daysOfKinds } from "../../shared/domain/calendar/calendarOfSchool.ts";
import {
  authorityHolder,
  type CalendarHolder,
  type CalendarYear,
  schoolOfHolder,
} from "../../shared/domain/calendar/calendarYear.ts";
import type { School } from "../../shared/domain/schools/school.ts";

/** What else is said, and of which schools. */
export interface Around {
  readonly rows: readonly CalendarYear[];
  readonly schools: readonly School[];
}

/** The days of a holder's year: a school's with what its authority says, an authority's by itself. */
export function daysUnder(said: CalendarYear, { rows, schools }: Around): readonly DayKind[] {
  const { holder, academicYear } = said;
  const school = schools.find(({ schoolId }) => schoolId === schoolOfHolder(holder));
  const of = (name: CalendarHolder): CalendarYear[] =>
    name === holder ? [said] : rows.filter((row) => row.holder === name);
  const calendar: SchoolCalendar = {
    school: school ? [said] : [],
    authority: school ? of(authorityHolder(school.laCode)) : holder === "partnership" ? [] : [said],
    partnership: of("partnership"),
  };
  return dayKindsIn(yearInForce(calendar, academicYear).spans, academicYear);
}

const usualPupilDays = { least: 185, most: 195 };

/** What is unusual about what a holder itself says of a year whose terms it names, such as a term that is missing. */
export function warningsOf({ spans, academicYear }: CalendarYear): string[] {
  if (!spans.some(({ kind }) => kind === "term")) return [];
  const { pupilDays, insetDays } = daysOfKinds(dayKindsIn(spans, academicYear));
  const namesInset = spans.some(({ kind }) => kind === "inset");
  const isUsual = pupilDays >= usualPupilDays.least && pupilDays <= usualPupilDays.most;
  return [
    ...(namesInset && insetDays !== 5 ? [`${counted(insetDays, "INSET day")}; usual are 5`] : []),
    ...(isUsual
      ? []
      : [
          `${counted(pupilDays, "day")} for pupils; usual are 190. A term that is not named is taken from whoever is next`,
        ]),
  ];
}
