import { lookUpOnPage, openCounter } from "@/tests/support/counter-pages";
import { stateOf } from "@/tests/support/file-report";
import { owner } from "@/tests/support/look-up-orders";
import { folioOf, holding, sure, toForm } from "@/tests/support/report-pages";
import { expect, expectAccessible, test } from "@/tests/support/test";

test.use({ viewport: { width: 390, height: 844 } });

for (const javaScriptEnabled of [true, false]) {
  test.describe(`${javaScriptEnabled ? "with" : "without"} JavaScript`, () => {
    test.use({ javaScriptEnabled });

    test("a report that would hold the order is not sent without its tick, and can be withdrawn for 15 minutes", async ({
      page,
    }) => {
      const { order } = await openCounter(page);
      await lookUpOnPage(page, order);
      await toForm(page, "Reportar una novedad");
      await page.getByLabel("El papel parece hecho por otro").check();
      await page.getByLabel("El papel parece hecho por otro").press("Enter");
      await expect(page.getByText("Marque la casilla si está seguro, o elija otra razón.")).toBeVisible();
      await expect(page.getByLabel("El papel parece hecho por otro")).toBeChecked();
      expect(await stateOf(order.id)).toBe("issued");
      await sure(page).check();
      await holding(page).click();
      const folio = await folioOf(page);
      expect(await stateOf(order.id)).toBe("blocked");
      await expect(page.getByText(/Puede retirarla hasta las? .+: quedan 15 minutos\./)).toBeVisible();
      if (javaScriptEnabled) await expectAccessible(page);
      await page.getByRole("button", { name: "Retirar la novedad" }).click();
      await expect(page.getByRole("heading", { name: "La novedad se retiró" })).toBeVisible();
      expect(await stateOf(order.id)).toBe("issued");
      await expect(page.getByRole("button", { name: "Retirar la novedad" })).toHaveCount(0);
      await owner`update report set withdrawn_at = null, filed_at = filed_at - interval '16 minutes'
        where folio = ${folio}`;
      await page.reload();
      await expect(page.getByText("ya no se puede retirar", { exact: false })).toBeVisible();
    });
  });
}
