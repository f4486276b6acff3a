import { meRoutes } from "../../shared/contract/routes/me.ts";
import { tasksRoutes } from "../../shared/contract/routes/tasks.ts";
import { httpFunction } from "../../shared/runtime/http.ts";
import { serve } from "../../shared/runtime/serve.ts";
import type { World } from "../../shared/runtime/world.ts";
import { getMe } from "./me.ts";
import { getTask, listTasks } from "./read.ts";
import { reopenTask } from "./reopen.ts";
import { settleTask } from "./settle.ts";

/** The doors of what waits for somebody, and of what only a broker decides. */
export const tasksFunction = (world: World) => {
  const doors = { world, routes: { ...meRoutes, ...tasksRoutes } };
  return httpFunction("tasks", {
    getMe: serve(doors, "getMe", getMe),
    listTasks: serve(doors, "listTasks", listTasks),
    getTask: serve(doors, "getTask", getTask),
    settleTask: serve(doors, "settleTask", settleTask),
    reopenTask: serve(doors, "reopenTask", reopenTask),
  });
};
