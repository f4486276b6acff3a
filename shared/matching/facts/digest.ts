const multiplier = 0x5bd1e995;

/** Stirs the last bits of a word into all others. */
function finished(word: number): number {
  const once = Math.imul(word ^ (word >>> 16), 0x85ebca6b);
  const twice = Math.imul(once ^ (once >>> 13), 0xc2b2ae35);
  return (twice ^ (twice >>> 16)) >>> 0;
}

/** A 128-bit fingerprint in hexadecimal: tells inputs apart, but is no seal against forgery. */
export const longFingerprint = (text: string): string => fingerprintOfBytes(new TextEncoder().encode(text));

/** The same of bytes. */
export function fingerprintOfBytes(bytes: Uint8Array): string {
  // Noughts fill the last four words up; the length tells them from letters.
  const padded = new DataView(new ArrayBuffer(Math.ceil(bytes.length / 16) * 16));
  new Uint8Array(padded.buffer).set(bytes);
  let [a, b, c, d] = [0x239b961b, 0xab0e9789, 0x38b34ae5, 0xa1e38b93 ^ bytes.length];
  for (let at = 0; at < padded.byteLength; at += 16) {
    a = Math.imul(a ^ padded.getInt32(at, true), multiplier);
    b = Math.imul(b ^ padded.getInt32(at + 4, true), 0x1b873593);
    c = Math.imul(c ^ padded.getInt32(at + 8, true), 0xcc9e2d51);
    d = Math.imul(d ^ padded.getInt32(at + 12, true), 0x9e3779b1);
    a ^= d >>> 15;
    b ^= a >>> 13;
    c ^= b >>> 16;
    d ^= c >>> 14;
  }
  return [a, b, c, d].map((word) => finished(word).toString(16).padStart(8, "0")).join("");
}
