import { areas } from "../../shared/registers/areas.ts";
import { mayAskForSupport } from "../../shared/domain/schools/school.ts";
import { type Api, openApi } from "../demo/api.ts";
import { accountsOf } from "../demo/drive.ts";
import { openMachine } from "../demo/machine.ts";
import { startOwnHost } from "../demo/ownHost.ts";
import { everyItem } from "../../shared/runtime/everyItem.ts";
import { freePartnership } from "../demo/partnership.ts";
import { yearOn } from "./yearOn.ts";
import { refusalsOf, type Refused } from "./spoilt.ts";

/** What became of the files in one partnership's area. */
export interface AreaImported {
  readonly area: string;
  readonly rowsRead: number;
  readonly schools: number;
  readonly mayAsk: number;
  readonly warnings: number;
  /** Schools by what the succession file says of them; null where there was no such file. */
  readonly successions: {
    readonly single: number;
    /** Of these, schools that kept their id when a file had their successor. */
    readonly followed: number;
    readonly toDecide: number;
    readonly byReason: Readonly<Record<string, number>>;
  } | null;
  readonly refused: readonly Refused[];
}

interface Files {
  readonly schools: Uint8Array;
  readonly links: Uint8Array | null;
}

/** Imports the files for each partnership's area over HTTP, through a service of its own, and spoilt copies in vain. */
export async function importAreas(files: Files, say: (text: string) => void): Promise<AreaImported[]> {
  const host = await startOwnHost();
  try {
    const { origin } = host;
    const machine = await openMachine(origin);
    const api = openApi({ origin, tokenFor: machine.tokenFor, keyPrefix: "registers" });
    const imported: AreaImported[] = [];
    for (const { name: area } of areas) {
      const { broker } = accountsOf(await freePartnership({ origin, machine, area, seed: 1 }));
      const body = { name: `${area} partnership`, area, brokerEmail: "broker@partnership.example" };
      await api.call("createPartnership", { as: broker, body });
      imported.push(await importArea({ api, as: broker, area }, files));
      say(`${area}: done`);
    }
    const mishaps = host.mishaps();
    if (mishaps.length > 0) throw new Error(mishaps.join("\n"));
    return imported;
  } finally {
    await host.close();
  }
}

interface Office {
  readonly api: Api;
  readonly as: string;
  readonly area: string;
}

async function importArea(office: Office, { schools: csv, links }: Files): Promise<AreaImported> {
  const { api, as, area } = office;
  const shown = await api.call("previewRegister", { as, csv, query: { area } });
  await api.call("applyRegisterImport", { as, params: { importId: shown.import.importId } });
  const refused = await refusalsOf(office, csv);
  const successions = links === null ? null : await importLinks(office, csv, links);
  const schools = await everyItem((query) => api.call("listSchools", { as, query }));
  return {
    area,
    rowsRead: shown.import.rowsRead,
    schools: schools.length,
    mayAsk: schools.filter(mayAskForSupport).length,
    warnings: shown.warnings.length,
    successions,
    refused,
  };
}

async function importLinks(
  { api, as, area }: Office,
  csv: Uint8Array,
  links: Uint8Array,
): Promise<AreaImported["successions"]> {
  const shown = await api.call("previewRegister", { as, csv: links, query: { kind: "successions" } });
  await api.call("applyRegisterImport", { as, params: { importId: shown.import.importId } });
  const schools = await everyItem((query) => api.call("listSchools", { as, query }));
  const later = await api.call("previewRegister", { as, csv: yearOn(csv, schools), query: { area } });
  await api.call("applyRegisterImport", { as, params: { importId: later.import.importId } });
  const after = await everyItem((query) => api.call("listSchools", { as, query }));
  const urnOf = new Map(after.map(({ schoolId, urn }) => [schoolId, urn]));
  const followed = schools.filter(({ schoolId, urn }) => urnOf.get(schoolId) !== urn).length;
  if (followed !== later.succeeded.length || after.length !== schools.length)
    throw new Error(`${area}: a school lost its id, or another came`);
  const byReason = Map.groupBy(shown.toDecide, ({ reason }) => reason);
  return {
    followed,
    single: schools.filter(({ succession }) => succession?.outcome === "single").length,
    toDecide: shown.counts.toDecide,
    byReason: Object.fromEntries([...byReason].map(([reason, each]) => [reason, each.length])),
  };
}
