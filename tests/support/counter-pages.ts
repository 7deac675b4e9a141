import { expect, type Page } from "@playwright/test";
import { type CreatedOrder, makeOrder, makeTill, owner } from "./look-up-orders";
import { signInAs } from "./sign-in-as";

/** Signs in a clerk who holds the paper of a new order of $480.000, and returns counter and order. */
export async function openCounter(page: Page, shape: Parameters<typeof makeOrder>[0] = {}) {
  const till = await makeTill();
  const order = await makeOrder(shape);
  await signInAs(page, till.actor.personId);
  return { till, order };
}

/** Looks up by typing the three fields, and returns the look-up's id. */
export async function lookUpOnPage(page: Page, order: CreatedOrder): Promise<string> {
  await page.goto("/consultar");
  await page.getByLabel("Nit / Cédula").fill(order.idNumber);
  await page.getByLabel("Nro Documento").fill(order.number);
  await page.getByRole("button", { name: "CONSULTAR ORDEN" }).click();
  await page.waitForURL(/\/r\//);
  return new URL(page.url()).pathname.split("/").at(-1) ?? "";
}

/** Looks up while the comparison mode requires the value to be typed. */
export async function lookUpByTypedValue(page: Page, order: CreatedOrder, personId: string): Promise<string> {
  const id = await lookUpOnPage(page, order);
  await owner`insert into comparison (lookup_id, person_id, mode) values (${id}, ${personId}, 'type')`;
  await page.goto(`/consultar/r/${id}`);
  return id;
}

export async function answerRows(page: Page, differing: string[] = []): Promise<void> {
  for (const row of ["El valor", "El nombre y la cédula", "El número y la fecha"]) {
    const answer = differing.includes(row) ? "Distinto" : "Igual";
    await page.getByRole("group", { name: row }).getByText(answer).click();
  }
  await page
    .getByRole("button", { name: differing.length > 0 ? "Hay algo distinto" : "Todo está igual" })
    .click();
}

/** Answers the rows beside a value that is typed. */
export async function answerOtherRows(page: Page): Promise<void> {
  for (const row of ["El nombre y la cédula", "El número y la fecha"])
    await page.getByRole("group", { name: row }).getByText("Igual").click();
}

/** What opens the menu of the ink bar. */
export const menuOf = (page: Page) => page.locator("[data-menu] > summary");
export const openMenu = (page: Page) => menuOf(page).click();

export const heading = (page: Page) => page.getByRole("heading", { level: 1 });
export const signal = (page: Page) => page.locator("[data-signal]");

export async function expectGreen(page: Page): Promise<void> {
  await expect(heading(page)).toHaveText("Auténtica y sin usar");
  await expect(signal(page)).toHaveAttribute("data-signal", "go");
}
