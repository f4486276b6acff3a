import { headed } from "./headed.ts";
import { html } from "./html.ts";
import type { PageDoor } from "./serving.ts";

/** An address at which there is nothing: people read so and find back, programs get what the gateway itself would say. */
export const nowhere: PageDoor = (_world, { headers }) =>
  Promise.resolve(
    headers["accept"]?.includes("text/html")
      ? {
          ...headed(
            "There is no such page",
            html`<p>
                If you typed the address, look whether it is right. If a letter led here, tell your broker.
              </p>
              <p><a href="/">Go to the start page</a></p>`,
          ),
          status: 404,
        }
      : { kind: "message", status: 404, message: "Not Found" },
  );
