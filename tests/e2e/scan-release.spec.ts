import type { Page } from "@playwright/test";
import { makeTill } from "@/tests/support/look-up-orders";
import { signInAs } from "@/tests/support/sign-in-as";
import { expect, test } from "@/tests/support/test";

test.use({ viewport: { width: 390, height: 844 } });

/** A camera that opens when the test says so, and tells whether it is on. */
async function addSlowCamera(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const canvas = document.createElement("canvas");
    canvas.getContext("2d")?.fillRect(0, 0, 10, 10);
    const stream = canvas.captureStream(10);
    let open = () => {};
    navigator.mediaDevices.getUserMedia = () =>
      new Promise((resolve) => {
        open = () => resolve(stream);
      });
    Object.assign(window, {
      openCamera: () => open(),
      cameraState: () => stream.getVideoTracks()[0]?.readyState,
    });
  });
}

type CameraWindow = { openCamera: () => void; cameraState: () => string };
const openCamera = (page: Page) => page.evaluate(() => (window as unknown as CameraWindow).openCamera());
const cameraState = (page: Page) => page.evaluate(() => (window as unknown as CameraWindow).cameraState());

test("a camera that opens after the scanner was left is switched off", async ({ page }) => {
  await addSlowCamera(page);
  await signInAs(page, (await makeTill()).actor.personId);
  await page.goto("/consultar/escanear", { waitUntil: "networkidle" });
  await page.getByRole("button", { name: "Usar la cámara" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Preparando la cámara…" })).toBeVisible();
  await page.getByRole("link", { name: "Escribir los números" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Consultar una orden");
  expect(await cameraState(page)).toBe("live");
  await openCamera(page);
  await expect.poll(() => cameraState(page)).toBe("ended");
});

test("closing the scanner on the page without internet switches the camera off, also with internet", async ({
  page,
}) => {
  await addSlowCamera(page);
  await signInAs(page, (await makeTill()).actor.personId);
  await page.goto("/sin-conexion", { waitUntil: "networkidle" });
  await page.getByRole("button", { name: "Usar la cámara" }).click();
  await openCamera(page);
  await expect(page.getByText("Ponga el código dentro del cuadro")).toBeFocused();
  await page.getByRole("button", { name: "Cerrar" }).click();
  await expect(page.getByRole("button", { name: "Usar la cámara" })).toBeVisible();
  expect(await cameraState(page)).toBe("ended");
});
