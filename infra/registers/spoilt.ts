import type { Api } from "../demo/api.ts";

/** A spoilt copy of a file, and why it was refused; null where it was taken, which must never be. */
export interface Refused {
  readonly copy: string;
  readonly reason: string | null;
}

const newLine = 10;

/** The file less some of its last rows: a download that ended early at the end of a row. */
function shortened(file: Uint8Array, percentLost: number): Uint8Array {
  const ends: number[] = [];
  for (const [at, byte] of file.entries()) if (byte === newLine) ends.push(at + 1);
  const kept = ends.at(-1 - Math.ceil((ends.length * percentLost) / 100)) ?? file.length;
  return file.slice(0, kept);
}

/** The file under a header whose column of names has another name. */
function drifted(file: Uint8Array): Uint8Array {
  const text = Buffer.from(file).toString("latin1").replace("EstablishmentName", "SchoolTitle");
  return new Uint8Array(Buffer.from(text, "latin1"));
}

const copies: readonly (readonly [string, (file: Uint8Array) => Uint8Array])[] = [
  ["truncated", (file) => file.slice(0, Math.floor(file.length * 0.6))],
  ["shrunken", (file) => shortened(file, 3)],
  ["drifted", drifted],
];

interface Office {
  readonly api: Api;
  readonly as: string;
  readonly area: string;
}

/** Sends spoilt copies of the file in force; each must be refused, for it would replace a good register. */
export async function refusalsOf({ api, as, area }: Office, file: Uint8Array): Promise<Refused[]> {
  const refused: Refused[] = [];
  for (const [copy, spoil] of copies) {
    const asked = { as, csv: spoil(file), query: { area } };
    const answer = await api.attempt("previewRegister", asked, ["register-refused"]);
    refused.push({ copy, reason: answer.kind === "refused" ? answer.reason : null });
  }
  return refused;
}
