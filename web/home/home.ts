import { dateAt } from "../../shared/domain/calendar/calendar.ts";
import { askedOf, clientToRead, type PageDoor, whoIs } from "../serving.ts";
import { refusedPage } from "../visit.ts";
import { startPage } from "./startPage.ts";
import { readTasksTold } from "./tasksTold.ts";
import { whatWaits } from "./waiting.ts";

/** The first page: what waits for whoever is signed in, and for all others what this is. */
export const home: PageDoor = async (world, event) => {
  const { token } = await askedOf(event);
  if (token === undefined) return { kind: "page", ...startPage() };
  const me = await whoIs(token, world);
  switch (me.kind) {
    case "answered": {
      const today = dateAt(world.now().toISOString());
      const tasks = await readTasksTold(me.body, clientToRead(token, world));
      return { kind: "page", ...whatWaits(me.body, { today, tasks }) };
    }
    case "signed-out":
      return { kind: "page", ...startPage(), signedOut: true };
    case "refused":
      return refusedPage(me.problem.status, me.problem.title, me.problem.detail);
  }
};
