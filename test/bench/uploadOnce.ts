import { openAsBlob, statSync } from "node:fs";
import { RegisterPreview } from "../../shared/contract/routes/registers.ts";
import { RegisterUploadAsked, RegisterUploadView } from "../../shared/contract/routes/uploads.ts";
import { newPartnership, startService } from "../harness/service.ts";

// A process of its own: the whole service, its database and queues beside it, and who sends the file.
const [file = "", area = ""] = process.argv.slice(2);
const service = await startService();
const { broker } = newPartnership(service);
const send = (method: "POST" | "PUT", path: string, body: unknown) =>
  service.ask(broker, { method, path, body });
await send("PUT", "/partnership", { name: "Benchmark", area, brokerEmail: "broker@partnership.example" });
const sizeBytes = statSync(file).size;
const began = performance.now();
const seconds = (): number => (performance.now() - began) / 1000;
const asked = RegisterUploadAsked.parse(
  (await send("POST", "/register-uploads", { fileName: "register.csv", sizeBytes, area })).body,
);
const { "content-length": _length, ...headers } = asked.send.headers;
const { status } = await fetch(asked.send.url, { method: "PUT", headers, body: await openAsBlob(file) });
const sent = seconds();
if (status !== 200) throw new Error(`The file was answered ${status}`);
const path = `/register-uploads/${asked.uploadId}`;
let seen;
do {
  await new Promise((wake) => setTimeout(wake, 50));
  seen = RegisterUploadView.parse((await service.ask(broker, { method: "GET", path })).body);
} while (seen.state === "waiting" || seen.state === "reading");
const previewed = seconds();
const { body } = await service.ask(broker, { method: "GET", path: `/register-imports/${seen.importId}` });
const { import: record } = RegisterPreview.parse(body);
process.stdout.write(
  JSON.stringify({
    sent,
    previewed,
    rows: record.rowsRead,
    schools: record.schoolsRead,
    peakMegabytes: process.resourceUsage().maxRSS / 1024,
  }),
);
await service.close();
process.exit(0);
