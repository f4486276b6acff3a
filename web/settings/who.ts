import type { Entry } from "./lookOver.ts";

const roles: Readonly<Record<Entry["actor"]["role"], string>> = {
  broker: "A broker",
  director: "A director",
  school: "A head",
  practitioner: "A practitioner",
  service: "The service",
};

/** Who took a step of the trail, as the reader with an account of theirs is told: others have no name here. */
export const whoIn = ({ role, account }: Entry["actor"], mine: string): string => {
  if (account === mine) return "You";
  return role === "service" ? roles.service : `${roles[role]}, signed in as ${account}`;
};
