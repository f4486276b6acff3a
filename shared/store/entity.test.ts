import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { idWith, OfferId, PartnershipId, RequestId } from "../domain/ids.ts";
import { sortsOf, startKey } from "./cursor.ts";
import { itemOf, partitionPrefix } from "./entity.ts";
import { offers, offersOfRequest, requestList } from "./rows/requests.ts";
import { answers, deliveries } from "./rows/trail.ts";

const partnership = idWith(PartnershipId, "aaaaaaaa");
const answer = {
  route: "createPerson",
  account: "account-1",
  key: "key",
  bodyHash: "hash",
  status: 201,
  body: "{}",
  answeredAt: "2026-09-01T08:00:00.000Z",
};

describe("an item", () => {
  it("stands under its partnership and carries its row type, its expiry and nothing that its row lacks", () => {
    const planted = { ...answer, planted: "extra" };
    expect(itemOf(partnership, answers, planted)).toEqual({
      ...answer,
      rowType: "answer",
      pk: "P#par_aaaaaaaa#ANSWER#createPerson#account-1",
      sk: "KEY#key",
      expiresAtSeconds: Date.parse("2026-09-03T08:00:00.000Z") / 1000,
    });
  });

  it("is refused when its row is not of its schema", () => {
    const delivery = {
      eventId: "evt",
      recipient: "r",
      state: "sent",
      leasedUntil: "later",
      revision: 0,
    } as const;
    expect(() => itemOf(partnership, deliveries, delivery)).toThrow("leasedUntil");
  });
});

describe("the place of an answer", () => {
  it("is another for every other route, account or key, whatever signs they hold", () => {
    const sign = fc.stringMatching(/^[a#]{1,4}$/);
    const asked = fc.record({ route: fc.constantFrom("a", "aa"), account: sign, key: sign });
    fc.assert(
      fc.property(asked, asked, (one, other) => {
        const same = one.route === other.route && one.account === other.account && one.key === other.key;
        const [a, b] = [answers.place(one), answers.place(other)];
        expect(a.partition === b.partition && a.sort === b.sort).toBe(same);
      }),
    );
  });
});

describe("a cursor", () => {
  const requestId = idWith(RequestId, "bbbbbbbb");
  const offerId = idWith(OfferId, "cccccccc");
  const key = offers.place({ requestId, offerId });
  const prefix = partitionPrefix(partnership);

  it("of the table says nothing but the sort key", () => {
    const list = offersOfRequest(requestId);
    const sorts = sortsOf(list, { pk: `${prefix}${key.partition}`, sk: key.sort });
    expect(sorts).toEqual([key.sort]);
    expect(startKey(list, `${prefix}${list.partition}`, sorts)).toEqual({
      pk: `${prefix}${key.partition}`,
      sk: key.sort,
    });
  });

  it("of an index brings back the key that it was made of, in whichever partnership it is used", () => {
    const item = { pk: `${prefix}REQUEST#x`, sk: "REQUEST", gsi2pk: `${prefix}REQUESTS`, gsi2sk: "2026#x" };
    const sorts = sortsOf(requestList, item);
    expect(sorts.join()).not.toContain(partnership);
    expect(startKey(requestList, `${prefix}REQUESTS`, sorts)).toEqual(item);
    const other = partitionPrefix(idWith(PartnershipId, "dddddddd"));
    expect(startKey(requestList, `${other}REQUESTS`, sorts)).toEqual({
      ...item,
      pk: `${other}REQUEST#x`,
      gsi2pk: `${other}REQUESTS`,
    });
  });
});
