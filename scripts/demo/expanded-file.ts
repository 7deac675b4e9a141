import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { shortDate } from "@/lib/format/date";
import { addDays } from "@/model/calendar";
import { nitCheckDigit } from "@/model/identity/nit";

/** Writes a file of db/demo into `folder` with its placeholders of days and check digits replaced; answers its path. */
export function expanded(name: string, folder: string, today: string): string {
  const file = path.join(folder, name);
  writeFileSync(file, expandedText(name, today));
  return file;
}

/** The text of such a file with its placeholders replaced. */
export function expandedText(name: string, today: string): string {
  return readFileSync(path.resolve("db/demo", name), "utf8")
    .replace(/\{HOY([+-]\d+)?\}/g, (_, days?: string) => shortDate(addDays(today, Number(days ?? 0))))
    .replace(/\{DV:(\d+)\}/g, (_, nit: string) => String(nitCheckDigit(nit)));
}
