import { work } from "../serving.ts";
import { read } from "../visit.ts";
import { yearAsked } from "./years.ts";

const fileOf = (kind: string, { academicYear }: { readonly academicYear?: string }): string =>
  `${kind}${academicYear === undefined ? "" : `-${academicYear}`}.csv`;

/** Outcomes as a file, of one academic year or of all. */
export const outcomesFilePage = work({
  async show(visit) {
    const query = yearAsked(visit);
    return {
      kind: "file",
      name: fileOf("outcomes", query),
      text: await read(visit, "exportOutcomes", { query }),
    };
  },
});

/** Deployments as a file, of one academic year or of all. */
export const deploymentsFilePage = work({
  async show(visit) {
    const query = yearAsked(visit);
    return {
      kind: "file",
      name: fileOf("deployments", query),
      text: await read(visit, "exportDeployments", { query }),
    };
  },
});
