import { expect, test } from "vitest";
import type { DayOrder } from "@/domain/import/day-order";
import { ImportOver, ImportStopped } from "@/domain/import/over";
import { beginWalk } from "@/domain/import/table-walk";
import { newNotes } from "@/lib/table/notes";

const columns = { wanted: ["NRODCTO", "FECHA"], optional: ["SEDE"], days: ["FECHA"] };

function fileOf(days: readonly string[], more: { mostLines?: number; dayOrder?: DayOrder } = {}) {
  const source = async function* () {
    yield Buffer.from(`NRODCTO;FECHA;SEDE\n${days.map((day, at) => `${at};${day};Prado\n`).join("")}`);
  };
  const notes = newNotes();
  return { source, inspected: { format: "utf-8" } as never, notes, dayOrder: null, ...more };
}

async function sizesOf(batches: () => AsyncGenerator<unknown[]>): Promise<number[]> {
  const sizes: number[] = [];
  for await (const rows of batches()) sizes.push(rows.length);
  return sizes;
}

test("a walk gives batches of five hundred rows, and its counts begin at nothing", async () => {
  const file = fileOf(Array<string>(501).fill("25/11/2026"));
  const { batches, counts, seen, dayDoubt, end } = await beginWalk(file, columns, false);
  const none = { lines: 0, inserted: 0, changed: 0, repeated: 0, held: 0, refusedLines: 0 };
  expect([counts, seen.size]).toEqual([none, 0]);
  expect(await sizesOf(batches)).toEqual([500, 1]);
  expect(dayDoubt).toEqual({ monthFirst: null, english: false, turned: null });
  counts.lines += 501;
  expect(end().counts).toEqual({ ...none, lines: 501 });
  expect(file.notes).toMatchObject({ delimiter: ";" });
  expect(file.notes).not.toHaveProperty("unsureDay");
});

test("a file with more lines than an upload may have is refused", async () => {
  const of = async (lines: number) => {
    const walk = await beginWalk(
      fileOf(Array<string>(lines).fill("25/11/2026"), { mostLines: 3 }),
      columns,
      false,
    );
    return sizesOf(walk.batches);
  };
  expect(await of(3)).toEqual([3]);
  await expect(of(4)).rejects.toMatchObject({ name: "TableFault" });
});

test("the first day that nothing tells the order of is written into the notes", async () => {
  const file = fileOf(["01/11/2026", "02/11/2026"]);
  const { batches, end } = await beginWalk(file, columns, false);
  await sizesOf(batches);
  const unsure = { said: "01/11/2026", day: "2026-11-01" };
  expect(end().dayOrder.unsure).toEqual(unsure);
  expect(file.notes.unsureDay).toEqual(unsure);
});

test("a rehearsal that finds the months first ends otherwise than it began; a run that writes knows it before", async () => {
  const days = ["11/13/2026", "11/14/2026"];
  const rehearsal = await beginWalk(fileOf(days), columns, false);
  await sizesOf(rehearsal.batches);
  expect(() => rehearsal.end()).toThrow(expect.objectContaining({ name: "OtherDayOrder" }));
  const doubt = { monthFirst: 2, english: false, turned: null };
  const run = await beginWalk(fileOf(days), columns, true);
  expect(run.dayDoubt).toEqual(doubt);
  const known = await beginWalk(fileOf(days, { dayOrder: { doubt, unsure: undefined } }), columns, false);
  await sizesOf(known.batches);
  expect(known.end().dayOrder.doubt).toEqual(doubt);
});

test("a log tells an import that is over from one that was stopped", () => {
  const over = new ImportOver();
  const stopped = new ImportStopped();
  expect([over.name, over.message]).toEqual(["ImportOver", "the import is over"]);
  expect([stopped.name, stopped.message]).toEqual(["ImportStopped", "the import was stopped"]);
});
