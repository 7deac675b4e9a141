import { expect, test } from "vitest";
import { orderColumns } from "@/model/order-field";
import { foreignRow, readForeign } from "@/tests/support/third-party-file";

const header = [...orderColumns];

test("a last line without its end names itself where a part of its last cell could be missing unseen", async () => {
  const columns = (last: string) => [...header.filter((column) => column !== last), last];
  const notesOf = async (last: string, end: string, cells: Parameters<typeof foreignRow>[0] = {}) => {
    const row = Object.fromEntries(foreignRow(cells).map((cell, at) => [header[at], cell]));
    const text = [columns(last), columns(last).map((column) => row[column] ?? "")].map((line) =>
      line.join(";"),
    );
    const { orders, notes } = await readForeign(Buffer.from(text.join("\r\n") + end));
    expect(orders).toHaveLength(1);
    return notes.filter((note) => note.includes("línea 2 no termina"));
  };
  expect(await notesOf("VALOR", "", { VALOR: "135" })).toEqual([
    "La línea 2 no termina como las demás: si el archivo se cortó al copiarlo, a VALOR le puede faltar una parte. Compare esa línea, o exporte de nuevo.",
  ]);
  expect(await notesOf("NIT_PROVEEDOR", "", { NIT_PROVEEDOR: "" })).toHaveLength(1);
  for (const end of ["\r\n", "\n", "\u001a"]) expect(await notesOf("VALOR", end)).toEqual([]);
  expect(await notesOf("CONCEPTO", "", { CONCEPTO: '"Calzado"' })).toEqual([]);
  // Of a day or a state a part is refused.
  expect(await notesOf("ESTADO", "")).toEqual([]);
  expect(await notesOf("VENCE", "")).toEqual([]);
});

test("a last line that stops before the file's optional last column names it, for a part of the line may be missing", async () => {
  const notesOf = async (...cells: string[]) => {
    const rows = [
      [...header, "FECHA_USO"],
      [...foreignRow({ ESTADO: "UTILIZADA" }), ...cells],
    ];
    const { orders, notes } = await readForeign(Buffer.from(rows.map((row) => row.join(";")).join("\r\n")));
    expect(orders).toHaveLength(1);
    return notes.filter((note) => note.includes("línea 2 no termina"));
  };
  for (const cells of [[], [""]])
    expect(await notesOf(...cells)).toEqual([
      expect.stringContaining("a FECHA_USO le puede faltar una parte"),
    ]);
  expect(await notesOf("20/11/2026")).toEqual([]);
});

test("the end of text of DOS is no part of the last cell", async () => {
  const text = [header, foreignRow()].map((row) => row.join(";")).join("\r\n");
  const { orders, refused, notes } = await readForeign(Buffer.from(`${text}\u001a`));
  expect([orders.length, refused]).toEqual([1, []]);
  expect(notes.join()).not.toContain("no termina");
});
