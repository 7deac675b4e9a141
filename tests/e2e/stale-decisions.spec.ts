import { deliverOrder } from "@/domain/order/change-order";
import { saveDraft } from "@/domain/order/draft/save-draft";
import { DraftInput } from "@/domain/order/draft/schema";
import { authorize } from "@/model/access";
import { browser, makeMember, makeProvider, owner } from "@/tests/support/factories/account";
import { makeCajaPerson, makeIssued, makeKind, rowOf, typedOrder } from "@/tests/support/factories/own-order";
import { signInAs, signInAsEmail } from "@/tests/support/sign-in-as";
import { expect, expectAccessible, test } from "@/tests/support/test";
import { makeCounter, registerUse } from "@/tests/support/use-in-database";

const reason = "Motivo de la prueba en el navegador";

for (const javaScriptEnabled of [true, false]) {
  test.describe(`${javaScriptEnabled ? "with" : "without"} JavaScript`, () => {
    test.use({ javaScriptEnabled });

    test("a decision on a stale page shows what changed, keeps what was typed, and can be repeated", async ({
      page,
    }) => {
      const ana = await makeCajaPerson("officer");
      const kind = await makeKind({ partialUse: true });
      const order = await makeIssued(ana, kind);
      await signInAsEmail(page, "funcionario@caja.example");
      await page.goto(`/admin/ordenes/${order}/anular`);
      await page.getByLabel("Causa").selectOption({ label: "El afiliado desistió" });
      await page.getByLabel("Motivo").fill(reason);
      await deliverOrder(authorize(ana, "order.change"), { order }, browser());
      await page.getByRole("button", { name: "Anular la orden" }).click();
      await expect(page.getByText("esta página cambió: el estado de la orden.")).toBeVisible();
      await expect(page.getByLabel("Motivo")).toHaveValue(reason);
      if (javaScriptEnabled) await expectAccessible(page);
      expect((await rowOf(order)).state).toBe("delivered");
      await page.getByRole("button", { name: "Anular la orden" }).click();
      await expect(page).toHaveURL(`/admin/ordenes/${order}`);
      expect((await rowOf(order)).state).toBe("annulled");
      // An action that is no longer possible is explained on the order's page.
      await page.goto(`/admin/ordenes/${order}/reemplazar`);
      await expect(page.getByText("Ese paso no se puede con la orden como está ahora")).toBeVisible();
    });

    test("an objected use is reversed as it was shown", async ({ page }) => {
      const [ana, counter] = [await makeCajaPerson("officer"), await makeCounter()];
      const order = await makeIssued(ana, await makeKind());
      const use = (await registerUse(counter, { order })).useId ?? "";
      const settle = (to: string, why: string | null) => owner`
        select settle_uses(${ana.personId}, ${counter.providerId}, array[${use}]::uuid[], ${to}, null, null, ${why},
          '[]', 'x')`;
      await settle("objected", "La firma no es del afiliado");
      await signInAsEmail(page, "funcionario@caja.example");
      await page.goto(`/admin/novedades/anulaciones/uso/${use}`);
      await expect(page.getByText("La firma no es del afiliado")).toBeVisible();
      if (javaScriptEnabled) await expectAccessible(page);
      await page.getByLabel("Motivo").fill(reason);
      await settle("legalized", null);
      await settle("objected", "El valor no es el del papel");
      await page.getByRole("button", { name: "Anular el uso" }).click();
      await expect(page.getByText("esta página cambió: cómo va su liquidación.")).toBeVisible();
      await expect(page.getByText("El valor no es el del papel")).toBeVisible();
      await expect(page.getByLabel("Motivo")).toHaveValue(reason);
      await page.getByRole("button", { name: "Anular el uso" }).click();
      await expect(page.getByText("Este uso se anuló.")).toBeVisible();
      expect((await rowOf(order)).balance).toBe(480_000);
    });

    test("who corrects a company that somebody else corrected meanwhile reads what is stored now", async ({
      page,
    }) => {
      const provider = await makeProvider();
      await makeMember(provider, "owner");
      await signInAsEmail(page, "administrador@caja.example");
      await page.goto(`/admin/proveedores/${provider}/corregir`);
      await page.getByLabel("Teléfono").fill("605 321 0000");
      await page.getByLabel("Motivo").fill(reason);
      await owner`update provider set address = 'Carrera 43 # 70-12' where id = ${provider}`;
      await page.getByRole("button", { name: "Guardar y avisar" }).click();
      const stored = page.getByText("Está guardado distinto de lo que usted escribió:").locator("..");
      await expect(stored.getByText("Carrera 43 # 70-12")).toBeVisible();
      await expect(page.getByLabel("Teléfono")).toHaveValue("605 321 0000");
      await expect(page.getByLabel("Dirección")).toHaveValue("Calle 1");
      if (javaScriptEnabled) await expectAccessible(page);
    });

    test("who opens a kind again after somebody else saved it reads what is stored beside what they typed", async ({
      page,
    }) => {
      const kind = await makeKind({ validityDays: 30 });
      await signInAsEmail(page, "administrador@caja.example");
      await page.goto(`/admin/ajustes/tipos-de-orden/${kind}`);
      const stored = page.getByText("Está guardado distinto de lo que usted escribió:").locator("..");
      await expect(stored).toBeHidden();
      await page.getByLabel("Posición en las listas").fill("77");
      await owner`update order_kind set validity_days = 29, partial_use = true, updated_at = now() where code = ${kind}`;
      await page.getByRole("button", { name: "Guardar" }).click();
      await expect(page.getByText("Alguien guardó otros cambios en este tipo").first()).toBeVisible();
      await page.goto(`/admin/ajustes/tipos-de-orden/${kind}`);
      await expect(page.getByLabel("Posición en las listas")).toHaveValue("77");
      await expect(stored.getByText("29", { exact: true })).toBeVisible();
      await expect(stored.getByText("Marcado", { exact: true })).toBeVisible();
      if (javaScriptEnabled) await expectAccessible(page);
    });

    test("who saved a draft in another tab reads what is stored beside what they typed in this one", async ({
      page,
    }) => {
      const ana = await makeCajaPerson("officer");
      const kind = await makeKind();
      const draft = typedOrder(kind, { concept: "Calzado" });
      const save = (changes: Record<string, string>) =>
        saveDraft(authorize(ana, "order.issue"), DraftInput.parse({ ...draft, ...changes }), browser());
      await save({});
      await signInAs(page, ana.personId);
      await page.goto(`/admin/ordenes/${draft.order}/editar`);
      await page.getByLabel("Concepto").fill("Uniformes");
      await save({ concept: "Útiles", version: (await rowOf(draft.order ?? "")).version });
      const stored = page.getByText("Está guardado distinto de lo que usted escribió:").locator("..");
      await expect(stored).toBeHidden();
      if (javaScriptEnabled) {
        await page.reload();
        await expect(page.getByLabel("Concepto")).toHaveValue("Uniformes");
        await expect(stored.getByText("Útiles", { exact: true })).toBeVisible();
        await expectAccessible(page);
        await save({ concept: "Bono", version: (await rowOf(draft.order ?? "")).version });
      }
      await page.getByRole("button", { name: "Continuar" }).click();
      await expect(page.getByText("El borrador cambió").first()).toBeVisible();
      await expect(page.getByLabel("Concepto")).toHaveValue("Uniformes");
      const latest = javaScriptEnabled ? "Bono" : "Útiles";
      await expect(stored.getByText(latest, { exact: true })).toBeVisible();
    });
  });
}
