import type { Page } from "@playwright/test";
import { makeCajaPerson, makeIssued, makeKind } from "@/tests/support/factories/own-order";
import { owner } from "@/tests/support/look-up-orders";
import { signInAsEmail } from "@/tests/support/sign-in-as";
import { expect, expectAccessible, test } from "@/tests/support/test";

const reasons = ["La firma no se parece", "El valor está tachado"] as const;

/** An order in review for two reasons, each of another person; answers its id. */
async function heldTwice(): Promise<string> {
  const order = await makeIssued(await makeCajaPerson("officer"), await makeKind());
  for (const reason of reasons) {
    const { personId } = await makeCajaPerson("officer");
    const [row] = await owner<{ outcome: string }[]>`
      select block_order(${order}, ${personId}, ${reason}, 'x') as outcome`;
    expect(row?.outcome).toBe("done");
  }
  return order;
}

async function held(order: string) {
  const [row] = await owner<{ state: string; reasons: string[] }[]>`
    select o.state, array(select h.reason from order_hold h where h.order_id = o.id and h.released_at is null
      order by h.placed_at) as reasons from "order" o where o.id = ${order}`;
  return row;
}

/** Ends both reasons from the order's page, the second one first. */
async function endBoth(page: Page, order: string, scripts: boolean): Promise<void> {
  await signInAsEmail(page, "funcionario@caja.example");
  await page.goto(`/admin/ordenes/${order}`);
  for (const reason of reasons) await expect(page.getByText(reason).first()).toBeVisible();
  const end = page.getByRole("link", { name: "Terminar la revisión", exact: true });
  await end.click();
  await expect(page.getByRole("radio")).toHaveCount(2);
  for (const radio of await page.getByRole("radio").all()) await expect(radio).not.toBeChecked();
  if (scripts) await expectAccessible(page);

  // Without a choice nothing ends, and what was written stays.
  await page.getByLabel("Motivo", { exact: true }).fill("Se habló con la sede");
  await page.getByRole("button", { name: "Terminar la revisión" }).click();
  await expect(page.getByRole("alert").first()).toContainText("Elija");
  await expect(page.getByLabel("Motivo", { exact: true })).toHaveValue("Se habló con la sede");
  expect(await held(order)).toEqual({ state: "blocked", reasons: [...reasons] });

  await page.getByRole("radio", { name: reasons[1] }).check();
  await page.getByRole("button", { name: "Terminar la revisión" }).click();
  await expect(page).toHaveURL(new RegExp(`/admin/ordenes/${order}(?:\\?|$)`));
  expect(await held(order)).toEqual({ state: "blocked", reasons: [reasons[0]] });

  // The one that is left needs no choice.
  await end.click();
  await expect(page).toHaveURL(/\/revisar$/);
  await expect(page.getByRole("radio")).toHaveCount(0);
  await expect(page.locator("form b", { hasText: reasons[0] })).toBeVisible();
  await page.getByLabel("Motivo", { exact: true }).fill("La firma es la de siempre");
  await page.getByRole("button", { name: "Terminar la revisión" }).click();
  await expect(page).toHaveURL(new RegExp(`/admin/ordenes/${order}(?:\\?|$)`));
  expect(await held(order)).toEqual({ state: "issued", reasons: [] });
}

test("one of several review reasons is chosen and ended alone, and ending the last one frees the order", async ({
  page,
}) => {
  await endBoth(page, await heldTwice(), true);
});

test("review reasons are ended the same way without JavaScript", async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  await endBoth(await context.newPage(), await heldTwice(), false);
  await context.close();
});

test("a review reason that somebody ended meanwhile is not ended twice, nor another one in its place", async ({
  page,
}) => {
  const order = await heldTwice();
  await signInAsEmail(page, "funcionario@caja.example");
  await page.goto(`/admin/ordenes/${order}/revisar`);
  await page.getByRole("radio", { name: reasons[0] }).check();
  await page.getByLabel("Motivo", { exact: true }).fill("Se habló con la sede");
  const { personId } = await makeCajaPerson("officer");
  await owner`select unblock_order(h.order_id, ${personId}, 'Ya se revisó esta', 'x', h.id) from order_hold h
    where h.order_id = ${order} and h.reason = ${reasons[0]}`;
  await page.getByRole("button", { name: "Terminar la revisión" }).click();
  await expect(page.getByRole("alert").first()).toBeVisible();
  expect(await held(order)).toEqual({ state: "blocked", reasons: [reasons[1]] });
});
