import type { Roster } from "../facts/roster.ts";
import { whole } from "../problem/cells.ts";
import type { Asked } from "./asked.ts";
import type { Ground } from "./field.ts";
import { type Lists, listsOf, marksFor } from "./lists.ts";

/** For each school those that its people have supported of late. */
export function supportedOfLate({ input, supported, schoolNumber, reciprocalSince }: Roster): Lists {
  const [givers, receivers]: [number[], number[]] = [[], []];
  for (const [giver, supports] of supported)
    for (const [receiver, { onDate }] of supports) {
      const [from, to] = [schoolNumber.get(giver) ?? -1, schoolNumber.get(receiver) ?? -1];
      if (from < 0 || to < 0 || onDate < reciprocalSince) continue;
      givers.push(from);
      receivers.push(to);
    }
  return listsOf(givers, receivers, input.schools.length);
}

/** Marks the schools whose people may not come, whoever they are: its own, those of its groups, those it supported. */
export function tiesOf({ supported, schools: { groups, members, rank } }: Ground) {
  const tied = marksFor(rank.length);
  const turnTo = ({ asking, ends }: Asked): void => {
    tied.clear();
    tied.add(asking);
    for (let at = whole(groups.start, asking); at < whole(groups.start, asking + 1); at++) {
      if (whole(groups.from, at) > ends) continue;
      const group = whole(groups.number, at);
      for (let m = whole(members.start, group); m < whole(members.start, group + 1); m++)
        if (whole(members.from, m) <= ends) tied.add(whole(members.number, m));
    }
    for (let at = whole(supported.start, asking); at < whole(supported.start, asking + 1); at++)
      tied.add(whole(supported.number, at));
  };
  return { turnTo, has: tied.has };
}
