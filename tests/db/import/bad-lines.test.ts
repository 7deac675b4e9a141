import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { jobsDatabase } from "@/db/client";
import { connect } from "@/db/connection";
import { badLines } from "@/domain/import/bad-lines";
import { workOnImport } from "@/domain/import/job";
import type { Grant } from "@/model/access";
import { coreUse, orderColumns } from "@/model/order-field";
import { orderCells } from "@/tests/support/factories/order";
import { client, importer, upload } from "@/tests/support/factories/upload";
import { separateDatabase } from "@/tests/support/separate-database";

let owner: ReturnType<typeof connect>;
let grant: Grant<"order.import">;

beforeAll(async () => {
  owner = connect(await separateDatabase("malas"), null, 2);
  grant = await importer(owner);
});
afterAll(() => owner.end());

const words = {
  line: "Línea",
  reason: "Motivo",
  surplus: (nth: number) => `SOBRA_${nth}`,
  reasonOf: ({ code }: { code: string }) => code,
};

/** What the page offers to be mended of a file: its header and its rows. */
async function download(content: string | Buffer) {
  const run = await upload(grant, content);
  await workOnImport(jobsDatabase(), { id: randomUUID(), leaseSeconds: 20 });
  const { columns, rows } = await badLines(grant, { id: run, subject: "orders" }, words, client);
  const found: string[][] = [];
  for await (const row of rows) found.push(row);
  return { header: columns.map(({ header }) => header), rows: found };
}

test("lines to be mended stand under the columns of their file, in whichever order it has them", async () => {
  const file = ["OBSERVACION", ...orderColumns.toReversed()];
  const cells = (serial: number, changes: Record<string, string> = {}) => {
    const row: Record<string, string> = { ...orderCells(serial, changes), OBSERVACION: "nada" };
    return file.map((column) => row[column] ?? "");
  };
  const wrong = cells(1, { VALOR: "x" });
  const short = cells(2).toSpliced(4, 1);
  const foreign = cells(3, { NOMBRE: "Ana Muñoz" });
  const wide = [...cells(5, { NOMBRE: "Ana Muñoz" }), "más"];
  const bytes = Buffer.concat([
    Buffer.from(
      [file, wrong, short, cells(4, { NOMBRE: "Ñáñez" })].map((row) => `${row.join(";")}\r\n`).join(""),
    ),
    Buffer.from([foreign, wide].map((row) => `${row.join(";")}\r\n`).join(""), "latin1"),
  ]);
  const { header, rows } = await download(bytes);
  expect(header).toEqual([...file, "Línea", "Motivo"]);
  expect(rows).toEqual([
    [...wrong, "2", "value_letter"],
    [...short, "", "3", "cells"],
    [...foreign, "5", "mixed_letters"],
    [wide.join(";"), ...Array(12).fill(""), "6", "mixed_letters"],
  ]);
});

test("what an earlier download added is not taken along, and a column that may be missing is kept", async () => {
  const file = [...orderColumns, coreUse.header, "LÍNEA", "MOTIVO"];
  const row: Record<string, string> = orderCells(9, { VALOR: "x", FECHA_USO: "" });
  const first = [...file.slice(0, 13).map((column) => row[column] ?? ""), "2", "value_letter"];
  const { header, rows } = await download(`${file.join(";")}\r\n${first.join(";")}\r\n`);
  expect(header).toEqual([...orderColumns, coreUse.header, "Línea", "Motivo"]);
  expect(rows).toEqual([[...first.slice(0, 13), "2", "value_letter"]]);
});

test("a line with a stray quote, or with more cells than columns, loses nothing that is to be mended", async () => {
  const header = orderColumns.join(";");
  const rowOf = (serial: number, changes: Record<string, string>) => {
    const row: Record<string, string> = orderCells(serial, changes);
    return orderColumns.map((column) => row[column] ?? "").join(";");
  };
  const quote = rowOf(1, { CONCEPTO: '"TV 32"";' });
  const wide = rowOf(2, { CONCEPTO: "Calzado; niños" });
  const wider = rowOf(3, { CONCEPTO: "a;b;c" });
  const { header: found, rows } = await download(`${[header, quote, wide, wider].join("\r\n")}\r\n`);
  expect(found).toEqual([...orderColumns, "SOBRA_1", "SOBRA_2", "Línea", "Motivo"]);
  expect(rows).toEqual([
    [quote, ...Array(13).fill(""), "2", "cells"],
    [...wide.split(";"), "", "3", "cells"],
    [...wider.split(";"), "4", "cells"],
  ]);
});

test("a line of an earlier download that has too many cells loses its line and reason alone", async () => {
  const header = [...orderColumns, "SOBRA_1", "Línea", "Motivo"].join(";");
  const row: Record<string, string> = orderCells(4, { CONCEPTO: "a;b;c" });
  const wide = orderColumns.map((column) => row[column] ?? "").join(";");
  const { header: found, rows } = await download(`${header}\r\n${wide};;3;cells\r\n`);
  expect(found).toEqual([...orderColumns, "SOBRA_1", "SOBRA_2", "SOBRA_3", "Línea", "Motivo"]);
  expect(rows).toEqual([[...wide.split(";"), "", "2", "cells"]]);
});
