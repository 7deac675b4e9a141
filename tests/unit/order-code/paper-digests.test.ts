import { createHmac } from "node:crypto";
import { expect, test } from "vitest";
import { checkIndex } from "@/domain/order-code/check-index";
import { holderTag } from "@/domain/order-code/holder-tag";
import { tailIndex } from "@/domain/order-code/tail-index";
import { keyFor } from "@/lib/crypto/keys";

const codeId = Uint8Array.from([1, 2, 3, 4, 5, 6, 7, 8]);
const digestOf = (purpose: string, ...parts: (string | Uint8Array)[]) =>
  createHmac("sha256", keyFor(purpose))
    .update(Buffer.concat(parts.map((part) => Buffer.from(part))))
    .digest();

test("the digests of a paper that are stored can be computed again by their published form", () => {
  expect(checkIndex("AS", "700004", "ABCDEFGH1")).toEqual(
    digestOf("order-check/v1", "order-check/v1:AS:700004:ABCDEFGH1"),
  );
  expect(tailIndex(codeId, "5318")).toEqual(digestOf("order-tail/v1", "order-tail/v1:5318:", codeId));
  expect(holderTag("CC", "1042555318", codeId)).toEqual(
    digestOf("order-holder/v1", "order-holder/v1:CC:1042555318:", codeId).subarray(0, 8),
  );
});

test("two orders of one person have different tags of eight bytes", () => {
  const tags = [codeId, codeId.toReversed()].map((id) => holderTag("CC", "1042555318", id));
  expect(tags.map((tag) => tag.length)).toEqual([8, 8]);
  expect(tags[0]).not.toEqual(tags[1]);
});
