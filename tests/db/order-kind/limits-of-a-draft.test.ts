import { expect, test } from "vitest";
import { approveOrder, askApproval } from "@/domain/order/issue-order";
import { authorize } from "@/model/access";
import { browser, owner } from "@/tests/support/factories/account";
import { makeCajaPerson, makeDraft, makeIssued, makeKind, rowOf } from "@/tests/support/factories/own-order";
import { firstValue } from "@/tests/support/rolled-back";

const shown = async (order: string) => ({ order, version: (await rowOf(order)).version });
const reasonOf = (order: string) =>
  firstValue<string | null>(owner`select draft_approval_reason(${order}) as reason`);

test("a draft says why it needs a second person: its value, the person's day or the affiliate's", async () => {
  const [ana, luis] = [await makeCajaPerson("officer"), await makeCajaPerson("officer")];
  const kind = await makeKind({ approvalFrom: 1_000_000 });
  const affiliateId = String(Math.floor(1e9 + Math.random() * 9e8));
  const large = await makeDraft(ana, kind, { value: "1.000.000" });
  expect(await reasonOf(large)).toBe("value");
  expect(await reasonOf(await makeDraft(ana, kind, { value: "999.999" }))).toBeNull();
  await makeIssued(ana, kind, { value: "600.000", affiliateId });
  expect(await reasonOf(await makeDraft(ana, kind, { value: "400.000" }))).toBe("person_day");
  expect(await reasonOf(await makeDraft(luis, kind, { value: "400.000", affiliateId }))).toBe(
    "affiliate_day",
  );
  expect(await reasonOf(await makeDraft(luis, kind, { value: "400.000" }))).toBeNull();
  await askApproval(authorize(ana, "order.issue"), await shown(large), browser());
  await approveOrder(authorize(luis, "order.approve"), await shown(large), browser());
  expect(await reasonOf(large)).toBeNull();
});
