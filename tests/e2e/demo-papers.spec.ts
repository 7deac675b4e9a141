import { makeOrder, someDigits } from "@/tests/support/look-up-orders";
import { readPdf } from "@/tests/support/read-pdf";
import { expect, expectAccessible, test } from "@/tests/support/test";

test("the demonstration's mailbox leads to the PDF papers of its orders, for a camera to read", async ({
  page,
}) => {
  // The page lists the first 25 numbers, and other tests make orders too: this one is among the lowest.
  const order = await makeOrder({ number: `10${someDigits(4)}` });
  await page.goto("/buzon");
  await page.getByRole("link", { name: /Ver los papeles/ }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Papeles de la demostración");
  await expectAccessible(page);
  const action = await page
    .getByRole("row", { name: new RegExp(order.number) })
    .locator("form")
    .getAttribute("action");
  const origin = new URL(page.url()).origin;
  const answer = await page.request.post(action ?? "", { headers: { origin } });
  expect(answer.status()).toBe(200);
  expect(answer.headers()["content-type"]).toBe("application/pdf");
  const [sheet] = (await readPdf(await answer.body())).pages;
  expect(sheet?.text).toContain(order.number);
  expect(sheet?.text).toContain("María Pérez");
  const foreign = await page.request.post(action ?? "", { headers: { origin: "https://evil.example" } });
  expect(foreign.status()).toBe(403);
});
