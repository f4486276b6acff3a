import type * as z from "zod";
import { RegisterUploadAsked, RegisterUploadView } from "../../shared/contract/routes/uploads.ts";
import type { Service } from "../harness/service.ts";
import { newlySetUp } from "./withSchools.ts";

type Asked = z.output<typeof RegisterUploadAsked>;

/** What tests of uploads do to a running service. */
export function uploading(service: Service) {
  const { get } = service;
  const ask = (account: string, body: unknown, key?: string) =>
    service.ask(account, {
      method: "POST",
      path: "/register-uploads",
      body,
      ...(key === undefined ? {} : { headers: { "idempotency-key": key } }),
    });
  const asked = async (broker: string, bytes: Uint8Array, more: object = {}): Promise<Asked> =>
    RegisterUploadAsked.parse(
      (await ask(broker, { fileName: "a.csv", sizeBytes: bytes.length, ...more })).body,
    );
  const viewOf = async (account: string, { uploadId }: Asked) =>
    RegisterUploadView.parse((await get(account, `/register-uploads/${uploadId}`)).body);
  return {
    get,
    ask,
    asked,
    viewOf,
    /** A partnership that is set up and has no schools. */
    fresh: () => newlySetUp(service),
    /** Sends a file and answers what became of it. */
    upload: async (broker: string, bytes: Uint8Array<ArrayBuffer>, more: object = {}) => {
      const given = await asked(broker, bytes, more);
      const status = await put(given, bytes);
      if (status !== 200) throw new Error(`The file was answered ${status}`);
      await service.settle();
      return viewOf(broker, given);
    },
  };
}

/** Sends the bytes as the address asks for, or otherwise, and answers the status. */
export async function put(
  { send }: Asked,
  body: Uint8Array<ArrayBuffer>,
  other: Record<string, string> = {},
): Promise<number> {
  const { "content-length": _length, ...headers } = send.headers;
  return (await fetch(send.url, { method: send.method, headers: { ...headers, ...other }, body })).status;
}
