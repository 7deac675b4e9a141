import { execFileSync, spawnSync } from "node:child_process";
import { createWriteStream } from "node:fs";
import path from "node:path";
import { paperSizes } from "@/domain/print/geometry";
import { paperWords } from "@/domain/print/words";
import { writeOrders } from "@/domain/print/write-orders";
import { formatPesos, pesosInWords } from "@/lib/format/money";
import { randomFrom } from "./damage";
import { sampleCaja, sampleOrder } from "./sample";

export type Check = { what: string; found: string; good: boolean };

/** Checks a sheet of each size with PDF tools: syntax, text and fonts. */
export async function checkSheets(folder: string, seed: number): Promise<Check[]> {
  const checks: Check[] = [];
  for (const size of paperSizes) {
    const pdf = path.join(folder, `sheet-${size}.pdf`);
    const order = sampleOrder(4521, randomFrom(seed));
    await writeOrders([order], { caja: sampleCaja, size, title: "Orden" }, createWriteStream(pdf));

    const { status } = spawnSync("qpdf", ["--check", pdf], { stdio: "ignore" });
    checks.push({
      what: `${size}: qpdf --check`,
      found: status === 0 ? "limpio" : "con faltas",
      good: status === 0,
    });

    const text = execFileSync("pdftotext", [pdf, "-"], { encoding: "utf8" }).replace(/\s+/g, " ");
    const texts = [order.number, formatPesos(order.value), paperWords.inWords(pesosInWords(order.value))];
    const absent = texts.filter((each) => !text.includes(each));
    checks.push({
      what: `${size}: pdftotext, número, valor y letras`,
      found: absent.length === 0 ? "están" : `falta ${absent.join(", ")}`,
      good: absent.length === 0,
    });

    const fonts = execFileSync("pdffonts", [pdf], { encoding: "utf8" }).trim().split("\n").slice(2);
    const inside = fonts.filter((line) => /\byes yes yes\b/.test(line)).length;
    checks.push({
      what: `${size}: pdffonts, incrustadas y reducidas`,
      found: `${inside} de ${fonts.length}`,
      good: fonts.length > 0 && inside === fonts.length,
    });

    const info = execFileSync("pdfinfo", [pdf], { encoding: "utf8" });
    const tagged = /^Tagged:\s+yes$/m.test(info);
    checks.push({ what: `${size}: pdfinfo, etiquetado`, found: tagged ? "sí" : "no", good: tagged });
  }
  return checks;
}
