import type { APIGatewayProxyEventV2 } from "aws-lambda";

/** Files stand in a form as base64url, so that a page can hand back what was sent to it as any other field. */
const fileInWords = async (file: Blob): Promise<string> =>
  Buffer.from(await file.arrayBuffer()).toString("base64url");

/** The bytes of a file that stands in a form under a name; undefined where none was chosen. */
export function fileIn(form: URLSearchParams, name: string): Uint8Array | undefined {
  const content = form.get(name) ?? "";
  return content === "" ? undefined : Buffer.from(content, "base64url");
}

/** What was typed, chosen and uploaded. */
export async function sentForm({
  body,
  headers,
  isBase64Encoded,
}: APIGatewayProxyEventV2): Promise<URLSearchParams> {
  const bytes = Buffer.from(body ?? "", isBase64Encoded ? "base64" : "utf8");
  const type = headers["content-type"] ?? "";
  if (!type.startsWith("multipart/form-data")) return new URLSearchParams(bytes.toString());
  const parts = await new Response(bytes, { headers: { "content-type": type } })
    .formData()
    // No browser sends what cannot be read. Of whoever does, nothing is taken.
    .catch(() => new FormData());
  const form = new URLSearchParams();
  for (const [name, value] of parts)
    form.append(name, typeof value === "string" ? value : await fileInWords(value));
  return form;
}
