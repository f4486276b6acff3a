import { UploadId } from "../../shared/domain/ids.ts";
import { addressMinutes, type RegisterUpload } from "../../shared/domain/schools/registerUpload.ts";
import { isRefusal, notFound } from "../../shared/runtime/refusal.ts";
import type { Handler } from "../../shared/runtime/serve.ts";
import type { UploadAddresses } from "../../shared/runtime/world.ts";
import { partnerships } from "../../shared/store/rows/partnership.ts";
import { registerUploadList, registerUploads } from "../../shared/store/rows/uploads.ts";
import { create } from "../../shared/store/store.ts";
import { areaAsked } from "../partnership/areaAsked.ts";

const unread = { state: "waiting", digest: null, importId: null, refusal: null, revision: 0 } as const;

const viewOf = ({ revision: _revision, ...upload }: RegisterUpload, now: string) => ({
  ...upload,
  state: upload.state === "waiting" && now > upload.addressUntil ? ("expired" as const) : upload.state,
});

/** Gives out an address for one file, which goes there and not through this service. */
export const askRegisterUpload =
  ({ uploadAddress }: UploadAddresses): Handler<"askRegisterUpload"> =>
  async ({ body }, { world, store, actor, act }) => {
    const partnership = await store.get(partnerships, {});
    if (!partnership) return notFound("partnership: set it up first");
    const asked = areaAsked(body.area, partnership.area, { pointer: "/area" });
    if (isRefusal(asked)) return asked;
    const { kind, fileName, sizeBytes } = body;
    const at = world.now();
    const upload: RegisterUpload = {
      ...unread,
      uploadId: world.fresh(UploadId),
      kind,
      area: kind === "establishments" ? (asked.area?.name ?? null) : null,
      fileName,
      sizeBytes,
      askedAt: at,
      addressUntil: new Date(Date.parse(at) + addressMinutes * 60_000).toISOString(),
    };
    const { uploadId } = upload;
    const place = { partnershipId: store.partnershipId, uploadId };
    const send = await uploadAddress(place, { sizeBytes, at, minutes: addressMinutes });
    return act(async () => ({
      reply: { status: 201, body: { ...viewOf(upload, at), send } },
      action: {
        chain: "partnership",
        action: "register-upload-asked",
        actor,
        facts: { uploadId, kind, sizeBytes },
        writes: [create(registerUploads, upload)],
      },
    }));
  };

export const listRegisterUploads: Handler<"listRegisterUploads"> = async ({ query }, { world, store }) => {
  const { items, nextCursor } = await store.page(registerUploadList, { ...query, newestFirst: true });
  const now = world.now();
  return { status: 200, body: { items: items.map((upload) => viewOf(upload, now)), nextCursor } };
};

export const getRegisterUpload: Handler<"getRegisterUpload"> = async ({ params }, { world, store }) => {
  const upload = await store.get(registerUploads, params);
  return upload ? { status: 200, body: viewOf(upload, world.now()) } : notFound("register upload");
};
