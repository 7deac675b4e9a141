import type { Page } from "@playwright/test";
import { makeMember, owner } from "./factories/account";
import { makeTill } from "./look-up-orders";
import { expect } from "./test";

/** Berta, owner of a provider with the counter "Punto 2" of "Sede Norte". */
export async function makeOwnerWithCounter() {
  const { provider } = (await makeTill()).actor;
  const boss = await makeMember(provider.id, "owner");
  await owner`update person set name = 'Berta Dueña' where id = ${boss.personId}`;
  await owner`
    with place as (insert into branch (provider_id, name) values (${provider.id}, 'Sede Norte') returning id)
    insert into counter (branch_id, name) select id, 'Punto 2' from place`;
  return boss;
}

/** Pairs the browser with that counter, as its owner does who is signed in. */
export async function pairDevice(page: Page): Promise<void> {
  await page.goto("/equipo/este-dispositivo");
  await page.getByLabel("Punto 2 de Sede Norte").check();
  await page.getByRole("button", { name: "Guardar" }).click();
  await page.getByRole("button", { name: "Emparejar con Punto 2 de Sede Norte" }).click();
  await expect(page.getByText("Este dispositivo quedó emparejado.")).toBeVisible();
}
