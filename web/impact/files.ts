import { work } from "../serving.ts";
import { read } from "../visit.ts";
import { yearAsked } from "./years.ts";

/** What a route exports, as a file of one academic year or of all. */
const fileOf = (kind: string, route: "exportOutcomes" | "exportDeployments" | "exportSchools") =>
  work({
    async show(visit) {
      const query = yearAsked(visit);
      const text = await read(visit, route, { query });
      return {
        kind: "file",
        name: `${[kind, ...Object.values(query)].join("-")}.csv`,
        type: "text/csv",
        text,
      };
    },
  });

export const outcomesFilePage = fileOf("outcomes", "exportOutcomes");
export const deploymentsFilePage = fileOf("deployments", "exportDeployments");
export const schoolsFilePage = fileOf("schools", "exportSchools");
