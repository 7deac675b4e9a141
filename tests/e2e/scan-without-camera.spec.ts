import type { Page } from "@playwright/test";
import { encodeQR } from "qr";
import { scanWithKeys } from "@/tests/support/keyboard-scanner";
import { makeTill } from "@/tests/support/look-up-orders";
import { makePrintedOrder } from "@/tests/support/printed-order";
import { signInAs } from "@/tests/support/sign-in-as";
import { expect, expectAccessible, test } from "@/tests/support/test";

test.use({ viewport: { width: 390, height: 844 } });

const ask = "Escriba los últimos cuatro números o letras del documento de la persona";

async function enter(page: Page): Promise<void> {
  await signInAs(page, (await makeTill()).actor.personId);
}

/** A picture of a code, as somebody would send it. */
function pictureOf(text: string): Buffer {
  return Buffer.from(encodeQR(text, "gif", { ecc: "quartile", scale: 6, border: 4 }));
}

for (const [name, words] of [
  [
    "NotAllowedError",
    "La cámara está bloqueada. Para activarla: toque el candado junto a la dirección › Permisos › Cámara › Permitir.",
  ],
  ["NotReadableError", "Otra aplicación está usando la cámara. Ciérrela e intente de nuevo."],
  ["NotFoundError", "No encontramos una cámara."],
] as const) {
  test(`a camera error ${name} explains what to do, and typing the numbers stays one tap away`, async ({
    page,
  }) => {
    await page.addInitScript((fault) => {
      navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException("", fault));
    }, name);
    await enter(page);
    await page.goto("/consultar/escanear");
    await page.getByRole("button", { name: "Usar la cámara" }).click();
    await expect(page.getByRole("status").filter({ hasText: words })).toBeVisible();
    await expect(page.getByRole("button", { name: "Intentar de nuevo" })).toBeVisible();
    await expectAccessible(page);
    await page.getByRole("link", { name: "Escribir los números" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Consultar una orden");
  });
}

test("while the decoder loads the page says so", async ({ page }) => {
  await page.addInitScript(() => {
    navigator.mediaDevices.getUserMedia = () => new Promise(() => {});
  });
  await enter(page);
  await page.goto("/consultar/escanear");
  await page.getByRole("button", { name: "Usar la cámara" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Preparando la cámara…" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Escribir los números" })).toBeVisible();
  await expectAccessible(page);
});

test("a chosen picture is decoded in the browser, marked as not being paper, and never green", async ({
  page,
}) => {
  const order = await makePrintedOrder();
  await enter(page);
  await page.goto("/consultar/escanear", { waitUntil: "networkidle" });
  await page.getByLabel("Leer una foto del código").setInputFiles({
    name: "pantallazo.gif",
    mimeType: "image/gif",
    buffer: pictureOf(order.url),
  });
  await page.getByLabel(ask).fill(order.tail);
  await expect(page.getByText("Esto es una imagen, no el papel").first()).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Esto es una imagen, no el papel");
  await expect(page.locator("[data-signal]")).not.toHaveAttribute("data-signal", "go");
  await expect(page.getByRole("link", { name: /Registrar el uso/ })).toHaveCount(0);
  await expectAccessible(page);
});

test("a picture without a code says so and stays", async ({ page }) => {
  await enter(page);
  await page.goto("/consultar/escanear", { waitUntil: "networkidle" });
  await page.getByLabel("Leer una foto del código").setInputFiles({
    name: "foto.png",
    mimeType: "image/png",
    buffer: Buffer.from(
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
      "base64",
    ),
  });
  await expect(page.getByText("No vemos un código en esa imagen.")).toBeVisible();
  await expectAccessible(page);
});

test("a picture pasted on the look-up page is decoded on the scanner page", async ({ page }) => {
  const order = await makePrintedOrder();
  await enter(page);
  await page.goto("/consultar", { waitUntil: "networkidle" });
  await page.evaluate(
    (bytes) => {
      const clipboard = new DataTransfer();
      clipboard.items.add(new File([new Uint8Array(bytes)], "codigo.gif", { type: "image/gif" }));
      document.dispatchEvent(new ClipboardEvent("paste", { clipboardData: clipboard, bubbles: true }));
    },
    [...pictureOf(order.url)],
  );
  await expect(page.getByLabel(ask)).toBeVisible();
  await expect(page.getByText("Esto es una imagen, no el papel").first()).toBeVisible();
});

for (const [where, focus, enterKey] of [
  ["with nothing focused, without Enter", null, false],
  ["with nothing focused, with Enter", null, true],
  ["in the ID's field, with Enter", "Nit / Cédula", true],
  ["in the number's field, without Enter", "Nro Documento", false],
  ["on the list of kinds, with Enter", "Tipo Documento", true],
] as const) {
  test(`a keyboard scanner that types ${where} opens the ID digits`, async ({ page }) => {
    const order = await makePrintedOrder();
    await enter(page);
    // A stall between two keys of the test is longer than any of a scanner, and ends the code.
    await expect(async () => {
      await page.goto("/consultar", { waitUntil: "networkidle" });
      if (focus) await page.getByLabel(focus, { exact: true }).focus();
      await page.keyboard.type(order.url);
      if (enterKey) await page.keyboard.press("Enter");
      await expect(page.getByLabel(ask)).toBeVisible({ timeout: 10_000 });
    }).toPass();
    await page.getByLabel(ask).fill(order.tail);
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Encontramos la orden");
  });
}

test("a keyboard scanner with US layout on a Spanish keyboard opens the ID digits", async ({ page }) => {
  const { url } = await makePrintedOrder();
  await enter(page);
  await page.goto("/consultar", { waitUntil: "networkidle" });
  await scanWithKeys(page, url.replaceAll("-", "'").replaceAll("/", "-").replaceAll(":", "Ñ"));
  await expect(page.getByLabel(ask)).toBeVisible();
});

test("an incomplete keyboard scan asks to scan again, and what was typed before is kept", async ({
  page,
}) => {
  const order = await makePrintedOrder();
  await enter(page);
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto("/consultar", { waitUntil: "networkidle" });
  await expect(page.getByText("Lector de códigos listo. Apunte al código del papel.")).toBeVisible();
  await page.getByLabel("Nit / Cédula").fill("1042555318");
  await page.getByLabel("Nro Documento").focus();
  await page.keyboard.type(order.url.slice(0, -5));
  await page.keyboard.press("Enter");
  await expect(page.getByText("El código llegó incompleto. Léalo otra vez.")).toBeVisible();
  await expect(page.getByLabel("Nit / Cédula")).toHaveValue("1042555318");
  await expect(page.getByLabel("Nro Documento")).toHaveValue("");
  await expectAccessible(page);
});

test("numbers typed by a person, fast or slowly, are not taken for a scan", async ({ page }) => {
  await enter(page);
  await page.goto("/consultar", { waitUntil: "networkidle" });
  await page.getByLabel("Nit / Cédula").focus();
  await page.keyboard.type("1042555318");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await page.keyboard.type("0004521");
  await expect(page.getByLabel("Nit / Cédula")).toHaveValue("1042555318");
  await expect(page.getByLabel("Nro Documento")).toHaveValue("0004521");
});

test("a URL pasted into a field is handled as a scan at once", async ({ page }) => {
  await enter(page);
  await page.goto("/consultar", { waitUntil: "networkidle" });
  await page.getByLabel("Nro Documento").evaluate((field, text) => {
    const clipboard = new DataTransfer();
    clipboard.setData("text/plain", text);
    field.dispatchEvent(new ClipboardEvent("paste", { clipboardData: clipboard, bubbles: true }));
  }, "https://pagos.example/123");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Ese código no es de una orden");
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the scanner page says to type the numbers, and offers no camera and no upload", async ({ page }) => {
    await enter(page);
    await page.goto("/consultar");
    await page.getByRole("link", { name: "Escanear el código" }).click();
    await expect(page.getByText("En este navegador no podemos abrir la cámara ni leer fotos.")).toBeVisible();
    await expect(page.getByRole("button", { name: "Usar la cámara" })).toBeHidden();
    await expect(page.getByLabel("Leer una foto del código")).toBeHidden();
    await page.getByRole("link", { name: "Escribir los números" }).click();
    await expect(page.getByLabel("Nro Documento")).toBeVisible();
  });

  test("a code pasted into the number's field opens the ID digits, and they open the answer", async ({
    page,
  }) => {
    const order = await makePrintedOrder();
    await enter(page);
    await page.goto("/consultar");
    await page.getByLabel("Nro Documento").fill(order.url);
    await page.getByRole("button", { name: "CONSULTAR ORDEN" }).click();
    await page.getByLabel(ask).fill(order.tail === "0000" ? "1111" : "0000");
    await page.getByRole("button", { name: "Ver la orden" }).click();
    await expect(page.getByText("Esos no son. Mire otra vez el documento.").first()).toBeVisible();
    await page.getByLabel(ask).fill(order.tail);
    await page.getByRole("button", { name: "Ver la orden" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Encontramos la orden");
  });
});
