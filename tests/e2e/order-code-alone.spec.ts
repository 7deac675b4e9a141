import { gzipSync } from "node:zlib";
import { publicCodeLimits } from "@/domain/lookup/budget";
import { codeUrl } from "@/domain/order-code/code";
import { orderSigner } from "@/domain/order-code/sign-code";
import { authorize, type CajaActor } from "@/model/access";
import { demoAccounts } from "@/scripts/demo/accounts";
import { changeSignature } from "@/tests/support/changed-code";
import { owner } from "@/tests/support/look-up-orders";
import { signInAsEmail } from "@/tests/support/sign-in-as";
import { expect, expectAccessible, test } from "../support/test";

// One address asks for them all and one of these tests spends its budget; another revokes the key with which the codes of
// all others are signed.
test.describe.configure({ mode: "serial" });

test.beforeAll(async () => {
  // A test before, on the same server, may have asked for codes of all kinds.
  await owner`delete from budget_counter where scope like 'public_code.%'`;
});

const base = process.env.E2E_URL ?? "";

/** The address that a paper would carry; its order's last day passed long ago. */
async function printedAddress(): Promise<string> {
  const person = { personId: "", sessionId: "", name: "", email: "" };
  const actor: CajaActor = { kind: "caja", role: "administrator", ...person };
  const sign = await orderSigner(authorize(actor, "settings.edit"));
  const { code } = sign({
    orderId: "11111111-1111-4111-8111-111111111111",
    kindCode: "AS",
    kindNumber: 1,
    numberKey: "987654",
    issuedOn: "2020-01-02",
    validUntil: "2020-02-01",
    value: 481_516,
    affiliateIdKind: "CC",
    affiliateId: "1042555318",
  });
  return codeUrl(base, code);
}

test("the public page of a printed code is blue, with the warning and the sign-in, and no data of the order", async ({
  page,
}) => {
  await page.goto(await printedAddress());
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    "Este código es de Caja de Compensación Demo",
  );
  await expect(page.locator("[data-signal]")).toHaveAttribute("data-signal", "info");
  await expect(page.locator("[data-signal]")).toHaveCSS("background-color", "rgb(43, 47, 126)");
  await expect(
    page.getByText("¿Le mostraron esta página en otro dispositivo? No basta. Ábrala usted mismo."),
  ).toBeVisible();
  await expectAccessible(page);
  // The page names its own address, whose port is any number.
  const text = ((await page.locator("main").textContent()) ?? "").replaceAll(new URL(base).host, "");
  for (const kept of ["481", "987654", "1042555318", "5318", "2020", "vencid", "anulad", "vigente"])
    expect(text.toLowerCase()).not.toContain(kept);
  await page.getByRole("link", { name: "Ingresar y comparar" }).click();
  await expect(page).toHaveURL(/\/ingresar$/);
});

test("a changed, a foreign and an unparsable code are yellow and differ in their URL only", async ({
  page,
}) => {
  const printed = await printedAddress();
  const changed = changeSignature(printed);
  const bodies = new Set<string>();
  for (const address of [changed, printed.slice(0, -1), `${base}/V/HOLA`]) {
    await page.goto(address);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("No conocemos ese código");
    await expect(page.locator("[data-signal]")).toHaveAttribute("data-signal", "warn");
    bodies.add((await page.locator("main").textContent()) ?? "");
  }
  expect(bodies.size).toBe(1);
  await expectAccessible(page);
});

test("the public page of a code is one response without scripts, at most 14 KB compressed, and not cacheable", async ({
  request,
  page,
}) => {
  const printed = await printedAddress();
  const answer = await request.get(printed);
  const html = await answer.text();
  expect(html).not.toMatch(/<script|<link rel="stylesheet"|<img|@font-face|https?:\/\//);
  expect(answer.headers()["cache-control"]).toBe("no-store");
  const requests: string[] = [];
  const sizes: Promise<number>[] = [];
  page.on("response", (response) => {
    requests.push(new URL(response.url()).pathname);
    sizes.push(response.body().then((body) => gzipSync(body).length));
  });
  await page.goto(printed, { waitUntil: "networkidle" });
  expect(requests.filter((path) => !path.startsWith("/V/") && path !== "/icon.svg")).toEqual([]);
  const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
  expect(bytes).toBeGreaterThan(0);
  expect(bytes).toBeLessThanOrEqual(14 * 1_024);
});

test("a lower-case URL redirects to the printed one, and English is one link away", async ({
  page,
  request,
}) => {
  const { pathname } = new URL(await printedAddress());
  const lower = await request.get(pathname.toLowerCase(), { maxRedirects: 0 });
  expect(lower.status()).toBe(308);
  expect(lower.headers().location).toBe(pathname);
  await page.goto(pathname);
  await page.getByRole("link", { name: "English" }).click();
  await expect(page).toHaveURL(new RegExp(`${pathname}$`));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    "This code is Caja de Compensación Demo's",
  );
  await expectAccessible(page);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("/verificar accepts the long code and explains what is wrong with any other text", async ({
    page,
  }) => {
    const printed = await printedAddress();
    const field = page.getByLabel("Código o dirección completa");
    const send = () => page.getByRole("button", { name: "Verificar" }).click();
    await page.goto("/verificar");
    for (const [typed, message] of [
      ["", "Pegue o escriba el código"],
      ["700004", "Ese código no es de una orden ni de una constancia de esta entidad"],
      [printed.slice(0, -4), "Al código le falta o le sobra algo. Cópielo completo"],
    ] as const) {
      await field.fill(typed);
      await send();
      await expect(page.locator("#code-error")).toHaveText(`Error: ${message}`);
    }
    await field.fill(printed.slice(-148).toLowerCase());
    await send();
    await expect(page).toHaveURL(printed.slice(base.length));
    await expect(page.getByRole("heading", { level: 1 })).toContainText("Este código es de");
  });
});

test("/verificar is accessible in light and dark mode and fits 320 px", async ({ page }) => {
  await page.goto("/verificar");
  await expectAccessible(page);
});

test("too many codes from one connection are rate limited with a blue page that says until when", async ({
  page,
}) => {
  const printed = await printedAddress();
  const { scope, limit, seconds } = publicCodeLimits.address;
  const spend = (spent: number) => owner`
    insert into budget_counter (scope, key, window_start, spent)
    select ${scope}, key, budget_window_start(${seconds}), ${spent} from budget_counter where scope = ${scope}
    on conflict (scope, key) do update set window_start = excluded.window_start, spent = excluded.spent`;
  await spend(limit);
  const response = await page.goto(printed);
  expect(response?.status()).toBe(429);
  expect(Number(response?.headers()["retry-after"])).toBeGreaterThan(0);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^Espere /);
  await expect(page.locator("[data-signal]")).toHaveAttribute("data-signal", "info");
  await expectAccessible(page);
  await spend(0);
});

const [{ password }] = demoAccounts;
type List = { keys: { id: number; state: string; publicKey: string }[] };

test("an administrator rotates the keys and revokes a retired one, and the public list changes", async ({
  page,
  request,
}) => {
  const list = async () => {
    const answer = await request.get("/.well-known/order-keys.json");
    expect(answer.headers()["cache-control"]).toBe("public, max-age=3600");
    return ((await answer.json()) as List).keys;
  };
  const before = await list();
  const [active, next] = ["active", "next"].map((state) => before.find((key) => key.state === state)?.id);

  await signInAsEmail(page, "administrador@caja.example");
  await page.goto("/admin/ajustes");
  await expectAccessible(page);
  await page.getByRole("link", { name: "Llaves de las órdenes" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Llaves de las órdenes");
  await expectAccessible(page);
  const rotate = page.getByRole("button", { name: "Rotar" });

  await rotate.click();
  await expect(page.locator("#word-error")).toHaveText("Error: Escriba ROTAR para confirmar");
  await expect(page.locator("#password-error")).toHaveText("Error: Escriba su contraseña");
  await page.getByLabel("Escriba la palabra ROTAR").fill("rotar");
  await page.getByLabel("Su contraseña", { exact: true }).fill("no es esta contraseña");
  await rotate.click();
  await expect(page.getByText("La contraseña no es la suya. Revise mayúsculas.")).toBeVisible();
  expect(await list()).toEqual(before);

  await page.getByLabel("Escriba la palabra ROTAR").fill("ROTAR");
  await page.getByLabel("Su contraseña", { exact: true }).fill(password);
  await rotate.click();
  await expect(page.getByRole("status")).toHaveText("Listo. La llave siguiente ya firma las órdenes.");
  const after = await list();
  expect(after.find(({ id }) => id === next)?.state).toBe("active");
  expect(after.find(({ id }) => id === active)?.state).toBe("retired");
  expect(after).toHaveLength(before.length + 1);

  await page.getByRole("link", { name: `Revocar la llave ${active}` }).click();
  await expectAccessible(page);
  await page.getByLabel("Su contraseña", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Revocar" }).click();
  await expect(page.getByRole("status")).toHaveText("Listo. La llave ya no está en la lista pública.");
  expect((await list()).map(({ id }) => id)).not.toContain(active);
});
