import { createHash } from "node:crypto";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { md5OfAttributes, md5OfBody } from "./md5.ts";

test("the digest of known attributes is the one other SQS implementations publish", () => {
  const timestamp = { DataType: "Number", StringValue: "1493147359900" };
  expect(md5OfAttributes({ timestamp })).toBe("235c5c510d26fb653d073faed50ae77c");
});

test("the digest does not depend on the order in which attributes are given", () => {
  const attribute = fc.record({ DataType: fc.constant("String"), StringValue: fc.string({ minLength: 1 }) });
  fc.assert(
    fc.property(fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), attribute, { minKeys: 1 }), (attributes) => {
      const reversed = Object.fromEntries(Object.entries(attributes).toReversed());
      expect(md5OfAttributes(reversed)).toBe(md5OfAttributes(attributes));
    }),
  );
});

test("no attributes have no digest, and a body's digest is of its UTF-8", () => {
  expect(md5OfAttributes({})).toBeUndefined();
  expect(md5OfBody("ŵ")).toBe(createHash("md5").update(Buffer.from("ŵ", "utf8")).digest("hex"));
});
