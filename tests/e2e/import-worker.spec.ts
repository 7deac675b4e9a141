import path from "node:path";
import { connect } from "@/db/connection";
import { orderCells, orderFile } from "@/tests/support/factories/order";
import { withServerOutput } from "@/tests/support/server-with-output";
import { openSession } from "../support/open-session";
import { expect, test } from "../support/test";

const FILE = "/admin/ordenes/importar";
/** More than a worker reads between two words to its server, one second apart. */
const LINES = 20_000;
const HOG = path.resolve(import.meta.dirname, "../support/memory-hog.mjs");

test("a file that exhausts the memory of three import workers is given up; the server continues and the caja is informed", async ({
  browser,
}) => {
  test.setTimeout(480_000);
  const env = { NODE_OPTIONS: `--import ${HOG}` };
  await withServerOutput(async ({ origin, url, written, isAlive }) => {
    const context = await browser.newContext({ baseURL: origin, locale: "es-CO" });
    const [name = "", value = ""] = (await openSession(url, "administrador@caja.example")).split("=");
    await context.addCookies([{ name, value, url: origin }]);
    const page = await context.newPage();
    await page.goto(FILE);
    await page.getByLabel("Archivo de órdenes").setInputFiles({
      name: "ordenes.csv",
      mimeType: "text/csv",
      buffer: Buffer.from(orderFile(Array.from({ length: LINES }, (_, at) => orderCells(at)))),
    });
    await page.getByRole("button", { name: "Subir y revisar" }).click();
    await page.waitForURL(/importar\/[0-9a-f-]{36}$/);

    const statuses = new Set<number>();
    let over = false;
    const looking = (async () => {
      for (; !over; await page.waitForTimeout(200)) statuses.add((await fetch(`${origin}/api/ready`)).status);
    })();
    await expect(page.getByText("El archivo detuvo tres veces el programa que lo lee")).toBeVisible({
      timeout: 360_000,
    });
    over = true;
    await looking;
    expect([...statuses]).toEqual([200]);
    expect(isAlive()).toBe(true);
    const ends = written().matchAll(/"event":"import.worker_ended"[^\n]*"signal":"(\w+)"/g);
    expect([...ends].map(([, signal]) => signal)).toEqual(["SIGABRT", "SIGABRT", "SIGABRT"]);

    await page.goto("/admin");
    await expect(page.getByText("No se están revisando las importaciones de órdenes.")).toContainText(
      "import.worker, SIGABRT",
    );
    const owner = connect(url, null, 1);
    const events = await owner`select detail ->> 'reason' as reason from audit_event
        where action = 'orders.import_failed'`;
    expect([...events]).toEqual([{ reason: "gave_up" }]);
    await owner.end();
    await context.close();
  }, env);
});
