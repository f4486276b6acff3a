import { idsIn, namesFor } from "../namesFor.ts";
import { taskInWords as inWords } from "../tasks/wording.ts";
import { codeInWords } from "../terms.ts";
import { attempt, type Trouble, type Visit } from "../visit.ts";
import { period } from "../words.ts";

type Fault = Trouble["faults"][number];
type Names = Awaited<ReturnType<typeof namesFor>>;

/** A request as others are told from it: what it is about, whose it is, and when. */
function requestInWords({ requests, schools }: Names, id: string): string {
  const asked = requests.find(({ requestId }) => requestId === id);
  if (!asked) return "the request";
  const school = schools.find(({ schoolId }) => schoolId === asked.schoolId)?.name;
  return `the request ${[codeInWords(asked.need), school, period(asked.window)].filter((each) => each).join(", ")}`;
}

async function taskInWords(visit: Visit, taskId: string): Promise<string> {
  const task = await attempt(visit, "getTask", { params: { taskId } });
  return task.kind === "refused" ? "The task" : `The task "${inWords(task.body.evidence)}"`;
}

/** What stands against erasing somebody, with the request or task that it is about by name, and a link to it. */
async function told(visit: Visit, names: Names, fault: Fault): Promise<Fault> {
  const { detail } = fault;
  const [asked, requestId] = /\brequest (req_\w+)/.exec(detail) ?? [];
  if (asked !== undefined && requestId !== undefined) {
    const words = requestInWords(names, requestId);
    return { ...fault, detail: detail.replace(asked, () => words), to: `/pages/requests/${requestId}` };
  }
  const [open, taskId] = /\bTask (tsk_\w+)/.exec(detail) ?? [];
  if (open === undefined || taskId === undefined) return fault;
  const words = await taskInWords(visit, taskId);
  return { ...fault, detail: detail.replace(open, () => words), to: `/pages/tasks/${taskId}` };
}

/** A refusal to erase somebody whose place others must take first; any other as it is. */
export async function withWhatStandsAgainst(visit: Visit, trouble: Trouble): Promise<Trouble> {
  if (trouble.status !== 409 || trouble.faults.length === 0) return trouble;
  const names = await namesFor(visit, idsIn(trouble.faults));
  const faults = await Promise.all(trouble.faults.map((each) => told(visit, names, each)));
  return { ...trouble, detail: "Nobody was erased. Somebody else must take over first.", faults };
}
