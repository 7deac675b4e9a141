import { confirm, newApplicant, register, requestAgreements } from "@/tests/support/full-journey";
import { signInAsEmail } from "@/tests/support/sign-in-as";
import { expect, test } from "@/tests/support/test";

for (const javaScriptEnabled of [true, false]) {
  test(`a request is returned and rejected with reasons of 10 to 600 characters, and filed again, ${javaScriptEnabled ? "with" : "without"} JavaScript`, async ({
    browser,
  }) => {
    test.setTimeout(120_000);
    const shop = await (await browser.newContext({ javaScriptEnabled })).newPage();
    const desk = await (await browser.newContext({ javaScriptEnabled })).newPage();
    const applicant = await newApplicant();
    const inspect = async () => {};
    await register(shop, applicant, inspect);
    await confirm(shop, applicant.email);
    const first = await requestAgreements(shop, inspect);
    await signInAsEmail(desk, "administrador@caja.example");

    /** Presses a button of the decision with a reason; nothing typed is lost when it is refused. */
    const decide = async (
      number: string,
      field: "returnReason" | "rejectReason",
      button: string,
      reason: string,
      complaint?: string,
    ) => {
      await desk.goto(
        `/admin/solicitudes/${number}?hacer=${field === "returnReason" ? "corregir" : "rechazar"}`,
      );
      const box = desk.locator(`textarea[name=${field}]`);
      await box.evaluate((area, text) => {
        (area as HTMLTextAreaElement).removeAttribute("maxlength");
        (area as HTMLTextAreaElement).value = text;
      }, reason);
      await desk.getByRole("button", { name: button, exact: true }).click();
      if (!complaint) return;
      await expect(desk.getByRole("alert").first()).toContainText(complaint);
      await expect(box).toHaveValue(reason);
    };
    const reasonOf = (letters: number) => "Falta el RUT ".padEnd(letters, "x").slice(0, letters);

    await decide(first, "returnReason", "Devolver y seguir", reasonOf(9), "10");
    await decide(first, "returnReason", "Devolver y seguir", reasonOf(601), "600");
    await decide(first, "returnReason", "Devolver y seguir", reasonOf(600));
    await expect(desk.getByText("Devuelta").first()).toBeVisible();
    await shop.goto(`/solicitudes/${first}`);
    await expect(shop.getByText("Falta el RUT").first()).toBeVisible();
    await shop.getByRole("link", { name: /Corregir/ }).click();
    await shop.getByLabel(/¿Algo que deba saber/).fill("El RUT es el mismo: ya se lee");
    await shop.getByRole("button", { name: /Enviar/ }).click();
    await expect(shop).not.toHaveURL(/corregir/);

    await decide(first, "rejectReason", "Rechazar y seguir", reasonOf(9), "10");
    await decide(first, "rejectReason", "Rechazar y seguir", reasonOf(601), "600");
    await decide(first, "rejectReason", "Rechazar y seguir", reasonOf(10));
    await expect(desk.getByText("Rechazada").first()).toBeVisible();
    // The next request has opened by itself; the decided one offers nothing more.
    await desk.goto(`/admin/solicitudes/${first}`);
    await expect(desk.getByText("Rechazada").first()).toBeVisible();
    await expect(desk.getByRole("button", { name: /Aprobar/ })).toHaveCount(0);
    await shop.goto(`/solicitudes/${first}`);
    await expect(shop.getByText(reasonOf(10)).first()).toBeVisible();

    // Nothing of the first was marked as right, so all is asked for again.
    const second = await requestAgreements(shop, inspect);
    expect(second).not.toBe(first);
    await desk.goto(`/admin/solicitudes/${second}`);
    await desk.getByRole("button", { name: /Aprobar/ }).click();
    await expect(desk.getByText(/Aprobada/).first()).toBeVisible();
  });
}
