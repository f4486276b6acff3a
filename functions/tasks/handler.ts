import { httpFunction } from "../../shared/runtime/http.ts";
import { serve } from "../../shared/runtime/serve.ts";
import type { World } from "../../shared/runtime/world.ts";
import { getMe } from "./me.ts";
import { getTask, listTasks } from "./read.ts";
import { reopenTask } from "./reopen.ts";
import { settleTask } from "./settle.ts";

/** The doors of what waits for somebody, and of what only a broker decides. */
export const tasksFunction = (world: World) =>
  httpFunction("tasks", {
    getMe: serve(world, "getMe", getMe),
    listTasks: serve(world, "listTasks", listTasks),
    getTask: serve(world, "getTask", getTask),
    settleTask: serve(world, "settleTask", settleTask),
    reopenTask: serve(world, "reopenTask", reopenTask),
  });
