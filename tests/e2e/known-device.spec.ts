import http from "node:http";
import type { Page } from "@playwright/test";
import { hiddenFields, request } from "@/scripts/bench/form";
import { makeMember, makeProvider, PASSWORD } from "../support/factories/account";
import { expect, test } from "../support/test";

async function signIn(page: Page, email: string, password: string): Promise<void> {
  await page.goto("/ingresar");
  await page.getByLabel("Correo").fill(email);
  await page.getByLabel("Contraseña", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Ingresar" }).click();
}

test("who signed in here before gets in while a stranger tries passwords, and the stranger is told to wait", async ({
  page,
  browser,
}) => {
  const { email } = await makeMember(await makeProvider(), "owner");
  await signIn(page, email, PASSWORD);
  await page.waitForURL("**/aplicaciones");
  await page.context().clearCookies({ name: "sesion" });

  const elsewhere = await browser.newContext();
  const stranger = await elsewhere.newPage();
  for (let time = 1; time <= 3; time++) {
    await signIn(stranger, email, `mala ${time} mala mala`);
    await expect(stranger.getByText("no coinciden").first()).toBeVisible();
  }
  await signIn(stranger, email, "mala 4 mala mala");
  await expect(
    stranger.getByText("Le queda un intento: si falla, tendrá que esperar 5 minutos."),
  ).toBeVisible();
  await signIn(stranger, email, "mala 5 mala mala");
  await expect(stranger.getByText(/Después de las .* puede intentar de nuevo/)).toBeVisible();
  await signIn(stranger, email, PASSWORD);
  await expect(stranger.getByText("Hubo varios intentos seguidos.", { exact: false })).toBeVisible();
  await elsewhere.close();

  await signIn(page, email, PASSWORD);
  await page.waitForURL("**/aplicaciones");
});

const door = new URL("/ingresar", process.env.E2E_URL);
const BOUNDARY = "----formulario-de-la-puerta";

/** Posts the form of the door as a browser without JavaScript does, from an address of its own. */
function postDoor(localAddress: string, cookie: string, fields: [string, string][]): Promise<number> {
  const body = fields
    .map(
      ([name, value]) =>
        `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
    )
    .join("");
  const content = Buffer.from(`${body}--${BOUNDARY}--\r\n`);
  return new Promise((resolve, reject) => {
    const headers = {
      "content-type": `multipart/form-data; boundary=${BOUNDARY}`,
      "content-length": content.length,
      origin: door.origin,
      cookie,
    };
    http
      .request(door, { method: "POST", localAddress, agent: false, headers }, (response) => {
        response.resume();
        response.on("end", () => resolve(response.statusCode ?? 0));
      })
      .on("error", reject)
      .end(content);
  });
}

test("of a stranger's burst each form waits for the one before, and neither the owner nor another network does", async ({
  page,
}) => {
  const { email } = await makeMember(await makeProvider(), "owner");
  await signIn(page, email, PASSWORD);
  await page.waitForURL("**/aplicaciones");
  const device = (await page.context().cookies()).find(({ name }) => name === "dispositivo");
  const hidden = hiddenFields((await request(door)).body);
  const form = (password: string): [string, string][] => [
    ...hidden,
    ["email", email],
    ["password", password],
  ];

  const BURST = 100;
  let answered = 0;
  const burst = Array.from({ length: BURST }, async (_, nth) => {
    const status = await postDoor("127.0.7.1", "", form(`mala ${nth} mala mala mala`));
    answered++;
    return status;
  });
  const known = await postDoor("127.0.7.1", `dispositivo=${device?.value}`, form(PASSWORD));
  expect([known, answered < BURST / 2]).toEqual([303, true]);
  const elsewhere = await postDoor("127.0.7.2", "", [
    ...hidden,
    ["email", "nadie@prueba.example"],
    ["password", "x"],
  ]);
  expect([elsewhere, answered < BURST / 2]).toEqual([200, true]);
  expect(new Set(await Promise.all(burst))).toEqual(new Set([200]));
});
