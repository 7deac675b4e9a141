import { readPdf } from "@/tests/support/read-pdf";
import { expect, expectAccessible, test } from "@/tests/support/test";

/** An order of db/demo/ordenes.csv that no other test prints. */
const order = { number: "0004601", name: "Luz Marina Altamar Altamar" };

test("the demonstration's mailbox leads to the PDF papers of its orders, for a camera to read", async ({
  page,
}) => {
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
  expect(sheet?.text).toContain(order.name);
  const foreign = await page.request.post(action ?? "", { headers: { origin: "https://evil.example" } });
  expect(foreign.status()).toBe(403);
});
