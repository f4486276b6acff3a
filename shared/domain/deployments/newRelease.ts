import type { Deployment, NewRelease } from "./deployment.ts";
import type { Move } from "../people/employment.ts";

const withoutRelease = (deployment: Deployment): Deployment => {
  const { newRelease: _settled, ...others } = deployment;
  return others;
};

/** The work of which that move makes the release lapse, asked about today; null takes the question back. An answer to the same move stays. */
export function askedAnew(deployment: Deployment, move: Move | null, today: string): Deployment {
  if (move === null) return withoutRelease(deployment);
  const { homeSchoolId: schoolId, from } = move;
  const { newRelease: known } = deployment;
  if (known?.schoolId === schoolId && known.from === from) return deployment;
  const newRelease = { schoolId, from, askedOn: today, answer: "awaited", answeredAt: null } as const;
  return { ...deployment, newRelease };
}

/** The work with the new head's answer. */
export const answeredAnew = (
  deployment: Deployment & { readonly newRelease: NewRelease },
  given: Pick<NewRelease, "answer" | "answeredAt">,
): Deployment => ({ ...deployment, newRelease: { ...deployment.newRelease, ...given } });

/** The work once a new head has released it and their day has come: it is that school's from then on. */
export function takenOver(deployment: Deployment, today: string): Deployment {
  const { newRelease, homeSchoolId, formerHomeSchools = [] } = deployment;
  if (!newRelease?.schoolId || newRelease.answer !== "yes" || newRelease.from > today) return deployment;
  const former = [...formerHomeSchools, { schoolId: homeSchoolId, until: newRelease.from }];
  return {
    ...withoutRelease(deployment),
    homeSchoolId: newRelease.schoolId,
    formerHomeSchools: former.slice(-mostFormer),
  };
}

const mostFormer = 20;

/** Whether a head has released the practitioner for a day: none has once the release lapsed, until the new one does. */
export const isReleasedOn = ({ newRelease }: Deployment, date: string): boolean =>
  newRelease === undefined || date < newRelease.from || newRelease.answer === "yes";
