import { afterAll, describe, expect, inject } from "vitest";
import { type AreaFixture, setUpArea } from "../harness/area.ts";
import { type Service, startService } from "../harness/service.ts";
import { freePort, startBrowser } from "./reader.ts";

/** Where the tests of one file play: the service, and readers at browsers of their own. */
interface Stage {
  readonly service: Service;
  readonly newReader: Awaited<ReturnType<typeof startBrowser>>;
}

/** The service at an address that is known before it starts; it goes down after the tests. */
async function serviceForPages(): Promise<Service> {
  const service = await startService({ port: await freePort() });
  afterAll(async () => {
    await service.close();
    expect(service.errors).toEqual([]);
  });
  return service;
}

/** Tests of pages in Chromium; left out, loudly, where there is none. */
export function inChromium(subject: string, tell: (executable: string) => Promise<void>): void {
  const executable = inject("chromium");
  describe.runIf(executable !== null)(`the pages of ${subject}`, async () => {
    if (executable !== null) await tell(executable);
  });
}

/** Tests before the service, without anybody in it. */
export function onStage(subject: string, tell: (stage: Stage) => Promise<void>): void {
  inChromium(subject, async (executable) => {
    const service = await serviceForPages();
    await tell({ service, newReader: await startBrowser(executable, service.origin) });
  });
}

/** Tests by pages alone, of which each may be the next step of the same story, in an area of so many schools. */
export function story(
  subject: string,
  schools: number,
  tell: (stage: Stage & { readonly area: AreaFixture }) => Promise<void> | void,
): void {
  onStage(subject, async (stage) => tell({ ...stage, area: await setUpArea(stage.service, schools) }));
}
