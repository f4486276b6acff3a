import * as z from "zod";
import { RegisterPreviewSummary } from "../../shared/contract/routes/registers.ts";
import { TaskView } from "../../shared/contract/routes/tasks.ts";
import { pageOf } from "../../shared/contract/routes/views.ts";
import type { RegisterKind } from "../../shared/domain/schools/registerImport.ts";
import { serviceForTests } from "../harness/serviceForTests.ts";
import { newlySetUp, previewIn, previewRegister, registerText, sendRegister } from "./withSchools.ts";

/** A made-up register of sixty schools, and the same with a trust of another name. */
export const csv = registerText({ schools: 60, seed: 1 });
export const lines = csv.trimEnd().split("\r\n");
export const changed = csv.replaceAll("Learning Trust 1,", "Renamed Trust 1,");
export const urnAt = (line: number): string => lines[line]?.split(",")[0] ?? "";

const linkHeader = "URN,LinkURN,LinkName,LinkType,LinkEstablishedDate";
/** A file of links between schools. */
export const linksFile = (...rows: readonly string[]): string => `${[linkHeader, ...rows].join("\r\n")}\r\n`;

/** The service for the tests of one file, and ways to have partnerships with a register in it. */
export async function groundForRegisters() {
  const service = await serviceForTests();
  const { get, post } = service;
  const fresh = () => newlySetUp(service);
  return {
    service,
    get,
    post,
    fresh,
    withRegister: async () => {
      const partnership = await fresh();
      const made = previewIn(await sendRegister(service, partnership.broker, { csv }));
      return { ...partnership, importId: made.import.importId };
    },
    previewed: async (broker: string, text = changed, kind: RegisterKind = "establishments") =>
      previewIn(await previewRegister(service, broker, { csv: text, query: `?kind=${kind}` })),
    send: (broker: string, kind: RegisterKind, text: string) =>
      sendRegister(service, broker, { csv: text, query: `?kind=${kind}` }),
    statesSeen: async (account: string) =>
      pageOf(z.object({ importId: z.string(), state: z.string() }))
        .parse((await get(account, "/register-imports")).body)
        .items.map(({ state }) => state),
    waiting: async (broker: string) =>
      pageOf(RegisterPreviewSummary).parse((await get(broker, "/register-previews")).body).items,
    /** Every task of a list, read a task at a time to the last page, once all events have been worked off. */
    tasksSeen: async (account: string, query = "?") => {
      await service.settle();
      const found: z.output<typeof TaskView>[] = [];
      let cursor = "";
      do {
        const path = `/tasks${query}${query === "?" ? "" : "&"}limit=1${cursor}`;
        const page = pageOf(TaskView).parse((await get(account, path)).body);
        found.push(...page.items);
        cursor = page.nextCursor === null ? "" : `&cursor=${page.nextCursor}`;
      } while (cursor !== "");
      return found;
    },
  };
}
