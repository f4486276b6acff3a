import { type taskStates, TaskState } from "../../shared/domain/tasks/task.ts";
import { headed } from "../headed.ts";
import { away, html, type Html } from "../html.ts";
import { nextPart, partAsked } from "../paging.ts";
import { schoolNamesOf } from "../schoolNames.ts";
import { work } from "../serving.ts";
import { read } from "../visit.ts";
import { longDate } from "../words.ts";
import { ageInWords, settledInWords, type Task, taskInWords } from "./wording.ts";

const cardOf = (task: Task, schoolName: string | undefined, number: number): Html => {
  const { taskId, evidence, settledAs } = task;
  return html`<li>
    <h2>
      <a href="/pages/tasks/${taskId}"
        >${taskInWords(evidence)}${schoolName !== undefined && `: ${schoolName}`}${away(String(number), ", number ")}</a
      >
    </h2>
    ${settledAs && html`<p><strong>${settledInWords[settledAs]}</strong></p>`}
    ${"dueOn" in evidence && html`<p>It was due by ${longDate(evidence.dueOn)}</p>`}
    <p class="quiet">${ageInWords(task)}</p>
  </li>`;
};

const none: Readonly<Record<(typeof taskStates)[number], string>> = {
  open: "Nothing waits for your decision.",
  settled: "Nothing is settled yet.",
};

/** What waits for a broker's decision, oldest first, or what was settled. */
export const tasksPage = work({
  async show(visit) {
    const asked = TaskState.safeParse(visit.query.get("state"));
    const state = asked.success ? asked.data : "open";
    const query = { ...partAsked(visit, 50), state };
    const { items, nextCursor } = await read(visit, "listTasks", { query });
    const names = await schoolNamesOf(
      visit,
      items.map(({ schoolId }) => schoolId),
    );
    return headed(
      state === "open" ? "Tasks" : "Tasks that are settled",
      html`<p>
          ${
            state === "open"
              ? html`What only you can decide, oldest first.
                  <a href="/pages/tasks?state=settled">What is settled</a>`
              : html`<a href="/pages/tasks">What waits for your decision</a>`
          }
        </p>
        ${
          items.length === 0
            ? html`<p>${none[state]}</p>`
            : html`<ul class="cards">
                ${items.map((each, index) => cardOf(each, names.get(each.schoolId ?? ""), index + 1))}
              </ul>`
        }
        ${nextPart(`/pages/tasks?state=${state}`, nextCursor)}`,
    );
  },
});
