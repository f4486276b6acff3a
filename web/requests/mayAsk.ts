import { routes } from "../../shared/contract/manifest.ts";
import type { AnswerOf } from "../../shared/runtime/client.ts";

type Roles = Pick<AnswerOf<"getMe">, "roles">;

/** Whether somebody may ask for support. */
export const mayAsk = ({ roles }: Roles): boolean =>
  routes.createRequest.roles.some((role) => roles.includes(role));

/** Whether somebody may send in what many ask for, as a file. */
export const mayImport = ({ roles }: Roles): boolean =>
  routes.importRequests.roles.some((role) => roles.includes(role));
