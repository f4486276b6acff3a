import { routes } from "../../shared/contract/manifest.ts";
import type { AnswerOf } from "../../shared/runtime/client.ts";

/** Whether somebody may ask for support. */
export const mayAsk = ({ roles }: Pick<AnswerOf<"getMe">, "roles">): boolean =>
  routes.createRequest.roles.some((role) => roles.includes(role));
