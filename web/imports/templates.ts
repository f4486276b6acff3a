import { work } from "../serving.ts";
import { read } from "../visit.ts";

/** The file that an import takes, with its columns and an example. */
const templateOf = (kind: string, route: "peopleTemplate" | "requestsTemplate" | "calendarTemplate") =>
  work({
    async show(visit) {
      return { kind: "file", name: `${kind}.csv`, type: "text/csv", text: await read(visit, route, {}) };
    },
  });

export const peopleTemplatePage = templateOf("people", "peopleTemplate");
export const requestsTemplatePage = templateOf("requests", "requestsTemplate");
export const calendarTemplatePage = templateOf("calendars", "calendarTemplate");
