import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import type { Page } from "@playwright/test";
import { orderColumns } from "@/model/order-field";
import { orderCells, orderFile } from "@/tests/support/factories/order";
import { signInAsEmail } from "@/tests/support/sign-in-as";
import { workbookOf } from "@/tests/support/workbook";
import { expect, expectAccessible, test } from "../support/test";

const PAGE = "/admin/ordenes/importar";

// One after the other: one server reads one file at a time.
test.describe.configure({ mode: "default" });

/** Numbers that no other test and no other run of this one has. */
const fresh = () => `E${Date.now().toString(36).toUpperCase()}`;

/** The browser opens it by its path: megabytes of bytes would be sent to it as text. */
async function send(page: Page, name: string, content: Buffer) {
  await page.goto(PAGE);
  const file = path.join(folder, name);
  writeFileSync(file, content);
  await page.getByLabel("Archivo de órdenes").setInputFiles(file);
  await page.getByRole("button", { name: "Subir y revisar" }).click();
}

async function upload(page: Page, name: string, content: Buffer) {
  await send(page, name, content);
  await page.waitForURL(/importar\/[0-9a-f-]{36}$/);
}

let folder: string;
test.beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), "hanna-archivos-"));
});
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

const state = (page: Page, label: string) =>
  expect(page.getByRole("heading", { level: 1 })).toHaveText(`Importación: ${label}`, { timeout: 240_000 });

const count = (page: Page, label: string) =>
  page.getByRole("term").filter({ hasText: label }).locator("+ dd");

function someFile(at: string): Buffer {
  return Buffer.from(
    orderFile([
      orderCells(1, { NRODCTO: `${at}1` }),
      orderCells(2, { NRODCTO: `${at}2`, VALOR: "48O.000", NOMBRE: "=HYPERLINK(1)" }),
      orderCells(3, { NRODCTO: `${at}3`, VENCE: "31/02/2027" }),
      orderCells(1, { NRODCTO: `${at}1` }),
    ]),
  );
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with scripts" : "without scripts", () => {
    test.use({ javaScriptEnabled });

    test("a CSV is previewed, its bad lines are downloaded, and the good ones are imported", async ({
      page,
    }) => {
      test.setTimeout(180_000);
      const inspect = async () => {
        if (javaScriptEnabled) await expectAccessible(page);
      };
      const at = fresh();
      await signInAsEmail(page, "funcionario@caja.example");
      await page.goto(PAGE);
      await inspect();
      await page.getByRole("button", { name: "Subir y revisar" }).click();
      await expect(page.getByRole("link", { name: "Elija el archivo." })).toBeVisible();
      await inspect();

      await upload(page, "ordenes.csv", someFile(at));
      await state(page, "por confirmar");
      await expect(count(page, "Listas para entrar")).toHaveText("1");
      await expect(count(page, "Repetidas, ya están")).toHaveText("1");
      await expect(count(page, "Con error, no entran")).toHaveText("2");
      const refused = page.getByRole("row").filter({ hasText: "48O.000" });
      await expect(refused).toContainText("VALOR");
      await expect(refused).toContainText("Tiene una letra entre los números.");
      await inspect();

      const download = page.waitForEvent("download");
      await page.getByRole("button", { name: "Descargar 2 líneas con error" }).click();
      const file = readFileSync(await (await download).path(), "utf8");
      expect(file).toContain("LÍNEA;MOTIVO");
      expect(file).toContain("'=HYPERLINK(1)");
      expect(file).toContain("VENCE: Esa fecha no existe.");
      expect(file).not.toContain(`${at}1`);

      await page.getByRole("button", { name: "Importar 1 orden" }).click();
      await state(page, "terminada");
      await expect(count(page, "Entraron nuevas")).toHaveText("1");
      await inspect();

      await page.goto(PAGE);
      const run = page.getByRole("row").filter({ hasText: "ordenes.csv" }).first();
      await expect(run).toContainText("Terminada");
      await expect(run).toContainText("1 nueva, 0 cambiadas, 2 con error");
      await inspect();
    });
  });
}

test("a workbook is imported, and the same file again says when it was imported before", async ({ page }) => {
  test.setTimeout(120_000);
  const cells = orderCells(9, { NRODCTO: `00${fresh()}` });
  const book = workbookOf([[...orderColumns], orderColumns.map((column) => cells[column] ?? "")]);
  await signInAsEmail(page, "administrador@caja.example");
  await upload(page, "ordenes.xlsx", book);
  await state(page, "por confirmar");
  await page.getByRole("button", { name: "Importar 1 orden" }).click();
  await state(page, "terminada");
  await upload(page, "la misma.xlsx", book);
  await state(page, "por confirmar");
  await expect(page.getByRole("heading", { name: /^Este archivo ya se importó el / })).toBeVisible();
  await expect(page.getByText("No hay nada que importar.")).toBeVisible();
  await expect(page.getByRole("button", { name: /Importar/ })).toHaveCount(0);
  await expectAccessible(page);
  await page.getByRole("button", { name: "Cancelar" }).click();
  await state(page, "cancelada");
  await expectAccessible(page);
});

test("a changed known order is listed, and updated only when ticked", async ({ page }) => {
  test.setTimeout(120_000);
  const number = fresh();
  const file = (value: string) => Buffer.from(orderFile([orderCells(1, { NRODCTO: number, VALOR: value })]));
  await signInAsEmail(page, "funcionario@caja.example");
  await upload(page, "primera.csv", file("135000"));
  await state(page, "por confirmar");
  await page.getByRole("button", { name: "Importar 1 orden" }).click();
  await state(page, "terminada");
  await upload(page, "segunda.csv", file("240000"));
  await state(page, "por confirmar");
  await expect(page.getByRole("row").filter({ hasText: number }).filter({ hasText: "VALOR" })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("checkbox", { name: "Aplicar también los datos diferentes de 1 orden" }).check();
  await page.getByRole("button", { name: "Confirmar" }).click();
  await state(page, "terminada");
  await expect(count(page, "Cambiadas")).toHaveText("1");
});

test("a large import shows its progress, also after a reload, and 30 MB arrive whole", async ({ page }) => {
  // The worker gives way to the counter: where both cores are busy, it takes minutes.
  test.setTimeout(600_000);
  const at = fresh();
  const rows = Array.from({ length: 6_000 }, (_, index) => orderCells(index, { NRODCTO: `${at}${index}` }));
  // Long lines cost less to read than short ones; fourteen million empty ones are tried in tests/unit/lib/table.
  const tail = Buffer.from("\r\n".repeat(1_000) + `${" ".repeat(99_998)}\r\n`.repeat(280));
  await signInAsEmail(page, "funcionario@caja.example");
  await upload(page, "grande.csv", Buffer.concat([Buffer.from(orderFile(rows)), tail]));
  await expect(page.getByRole("progressbar")).toBeVisible();
  await page.reload();
  await state(page, "por confirmar");
  await page.getByRole("button", { name: "Importar 6.000 órdenes" }).click();
  await expect(page.getByRole("progressbar", { name: "Importando las órdenes" })).toBeVisible();
  await expectAccessible(page);
  await state(page, "terminada");
  await expect(count(page, "Entraron nuevas")).toHaveText("6.000");
});

test("a file that is no table, an old workbook and a file too large are refused at once", async ({
  page,
}) => {
  test.setTimeout(120_000);
  await signInAsEmail(page, "funcionario@caja.example");
  const cases: [content: Buffer, text: RegExp][] = [
    [Buffer.from("d0cf11e0a1b11ae1", "hex"), /Excel antiguo/],
    [Buffer.alloc(100), /No es un archivo CSV/],
    [Buffer.alloc(41_000_000, "a"), /muy grande/],
  ];
  for (const [content, message] of cases) {
    await send(page, "x.csv", content);
    await expect(page.getByRole("alert").getByText(message)).toBeVisible({ timeout: 30_000 });
  }
});

test("an auditor reads the imports and brings none, and a cross-site POST cannot upload a file", async ({
  page,
}) => {
  await signInAsEmail(page, "auditor@caja.example");
  await page.goto(PAGE);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.locator("input[type=file]")).toHaveCount(0);
  for (const path of [`${PAGE}/enviar`, `${PAGE}/6c8f0c3e-0000-4000-8000-000000000000/errores`]) {
    const answer = await page.request.post(path, { headers: { origin: "https://otra.example" }, data: "x" });
    expect(answer.status()).toBe(403);
  }
});
