import { expect, test } from "vitest";
import { lookUpOrder } from "@/domain/lookup/look-up";
import { readReportHolds } from "@/domain/report/read-report";
import { authorize } from "@/model/access";
import { report, reviewsOf } from "@/tests/support/file-report";
import { makeOrder, makeTill } from "@/tests/support/look-up-orders";
import { client, compared, confirmation, lookUp, register } from "@/tests/support/use-order";

test("a report's form knows whether it would put the order in review, the fourth of the day and a used order included", async () => {
  const till = await makeTill();
  const grant = authorize(till.actor, "report.file");
  const answers = [];
  for (let count = 0; count < 4; count += 1) {
    const lookup = await lookUp(till, await makeOrder());
    answers.push(await readReportHolds(grant, lookup));
    await report(till, lookup);
  }
  expect(answers).toEqual([true, true, true, false]);
  expect(await reviewsOf(till)).toEqual(answers);

  const other = await makeTill();
  const others = authorize(other.actor, "report.file");
  const order = await makeOrder();
  const lookup = await compared(other, order);
  expect(await readReportHolds(others, lookup)).toBe(true);
  expect(await readReportHolds(grant, lookup)).toBe(false);
  await register(other, confirmation(lookup));
  expect(await readReportHolds(others, lookup)).toBe(false);
  const missed = await lookUpOrder(other, { idNumber: "1042555318", number: "77", kindCode: "AS" }, client());
  expect(await readReportHolds(others, missed)).toBe(false);
});
