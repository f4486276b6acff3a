import { openClient } from "../../shared/runtime/client.ts";
import { askedOf, type PageDoor, patience } from "../serving.ts";
import { refusedPage } from "../visit.ts";
import { startPage } from "./startPage.ts";
import { whatWaits } from "./waiting.ts";

/** The first page: what waits for whoever is signed in, and for all others what this is. */
export const home: PageDoor = async ({ configuration }, event) => {
  const { token } = askedOf(event);
  if (token === undefined) return { kind: "page", ...startPage() };
  const client = openClient({
    origin: configuration.publicAddress,
    token,
    key: "home",
    signal: patience(),
  });
  const me = await client.ask("getMe", {});
  switch (me.kind) {
    case "answered":
      return { kind: "page", ...whatWaits(me.body) };
    case "signed-out":
      return { kind: "page", ...startPage(), signedOut: true };
    case "refused":
      return refusedPage(me.problem.status, me.problem.title, me.problem.detail);
  }
};
