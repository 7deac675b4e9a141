import { textBesideIds } from "@/tests/support/bare-page";
import { answerOtherRows, heading, lookUpByTypedValue, openCounter } from "@/tests/support/counter-pages";
import { owner } from "@/tests/support/look-up-orders";
import { expect, test } from "../support/test";

for (const javaScriptEnabled of [true, false]) {
  test.describe(`${javaScriptEnabled ? "with" : "without"} JavaScript`, () => {
    test.use({ javaScriptEnabled });

    test("an old answer says what differed, and nothing of what its order says now", async ({ page }) => {
      const { till, order } = await openCounter(page);
      await lookUpByTypedValue(page, order, till.actor.personId);
      await answerOtherRows(page);
      for (const answer of [/le queda un intento/i, "La entidad registró"]) {
        await page.getByLabel("¿Cuánto dice el papel?").fill("680.000");
        await page.getByRole("button", { name: "Comparar" }).click();
        await expect(page.getByText(answer).first()).toBeVisible();
      }
      await owner`delete from lookup_face using lookup l where lookup_id = l.id and l.order_id = ${order.id}`;
      await owner`update "order" set value = 680000, balance = 680000 where id = ${order.id}`;
      await page.reload();
      await expect(heading(page)).toHaveText("El papel dice otra cosa");
      await expect(page.getByRole("listitem").filter({ hasText: "valor" })).toBeVisible();
      expect(textBesideIds(await page.content())).not.toMatch(/La entidad registró|680[.\s]?000/);
    });
  });
}
