import { work } from "../serving.ts";
import { read } from "../visit.ts";
import { personKeyOf } from "./readPerson.ts";

/** Everything that is held about a practitioner, as a file for them to keep. */
export const heldPage = work({
  async show(visit) {
    const held = await read(visit, "heldAboutPerson", { params: personKeyOf(visit) });
    const day = held.madeAt.slice(0, 10);
    return {
      kind: "file",
      name: `held-about-${held.personId}-${day}.json`,
      type: "application/json",
      text: JSON.stringify(held, null, 2),
    };
  },
});
