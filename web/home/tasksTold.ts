import { mostNamed } from "../../shared/contract/routes/names.ts";
import type { AnswerOf, Client } from "../../shared/runtime/client.ts";
import { ageInWords, type Task, taskInWords } from "../tasks/wording.ts";

type Waiting = AnswerOf<"getMe">["waiting"][number];

/** What a task is about, for whom, and since when it waits. */
export interface TaskTold {
  readonly kind: string;
  /** Whom it is about beside the school that asked. */
  readonly whom: string | undefined;
  readonly since: string;
}

/** Names of practitioners by id, as far as they may be read. */
async function namesOf(tasks: readonly Task[], client: Client): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(tasks.map(({ personId }) => personId).filter((id) => id !== null))];
  if (ids.length === 0) return new Map();
  const told = await client.ask("nameEach", { query: { ids: ids.slice(0, mostNamed).join(",") } });
  const people = told.kind === "answered" ? told.body.people : [];
  return new Map(people.map(({ personId, name }) => [personId, name]));
}

const whomOf = ({ evidence, personId }: Task, names: ReadonlyMap<string, string>): string | undefined =>
  evidence.kind === "succession" ? evidence.name : names.get(personId ?? "");

/** What the tasks that wait for a broker are about, by their addresses; of one that cannot be read now, nothing. */
export async function readTasksTold(
  { waiting }: { readonly waiting: readonly Waiting[] },
  client: Client,
): Promise<ReadonlyMap<string, TaskTold>> {
  const paths = new Set(waiting.filter(({ what }) => what === "settle-task").map(({ path }) => path));
  if (paths.size === 0) return new Map();
  const listed = await client.ask("listTasks", { query: { limit: 200 } });
  const tasks = listed.kind === "answered" ? listed.body.items : [];
  const shown = tasks.filter(({ taskId }) => paths.has(`/tasks/${taskId}`));
  const names = await namesOf(shown, client);
  return new Map(
    shown.map((task) => [
      `/tasks/${task.taskId}`,
      {
        kind: taskInWords(task.evidence),
        whom: whomOf(task, names),
        since: ageInWords(task),
      },
    ]),
  );
}
