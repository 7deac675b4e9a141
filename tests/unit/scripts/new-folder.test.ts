import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { intoNewFolder } from "@/scripts/backup/manifest";

let root = "";
beforeAll(() => {
  root = mkdtempSync(path.join(os.tmpdir(), "hanna-carpeta-"));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const failing = (code: string) => Object.assign(new Error("texto del sistema"), { code });

test("a copy goes into a new folder or an empty one, with the folders above it", async () => {
  const folder = path.join(root, "uno", "dos");
  expect(await intoNewFolder(folder, async () => existsSync(folder))).toBe(true);
  expect(await intoNewFolder(folder, async () => "otra vez")).toBe("otra vez");
});

test("what is in the folder already stays, and nothing is copied into it", async () => {
  const folder = path.join(root, "ocupada");
  mkdirSync(folder);
  writeFileSync(path.join(folder, "mío"), "");
  let filled = false;
  const copy = intoNewFolder(folder, async () => {
    filled = true;
  });
  await expect(copy).rejects.toThrow("no está vacía: cada copia va en una carpeta nueva.");
  expect([filled, readdirSync(folder)]).toEqual([false, ["mío"]]);
});

test("a copy that fails half-way leaves nothing, says why and can be tried again", async () => {
  const folder = path.join(root, "llena");
  for (const [error, message] of [
    [failing("ENOSPC"), "no queda espacio en ese disco. No quedó copia."],
    [failing("EACCES"), "quien ejecuta la orden no puede escribir ahí. No quedó copia."],
    [new Error("La base no responde."), "La base no responde."],
  ] as const) {
    const copy = intoNewFolder(folder, async () => {
      mkdirSync(path.join(folder, "cluster"));
      writeFileSync(path.join(folder, "cluster", "a"), "a");
      throw error;
    });
    await expect(copy).rejects.toThrow(message);
    expect(readdirSync(folder)).toEqual([]);
  }
});

test("a place that takes no folders is refused at once", async () => {
  const none = async () => {};
  await expect(intoNewFolder("/proc/copia/de/hoy", none)).rejects.toThrow(
    "No se pudo escribir en /proc/copia",
  );
  writeFileSync(path.join(root, "archivo"), "");
  await expect(intoNewFolder(path.join(root, "archivo", "copia"), none)).rejects.toThrow(
    "una parte del camino no es una carpeta",
  );
});
