import type { Inspected } from "@/lib/table/inspect";
import { newNotes, type TableNotes } from "@/lib/table/notes";
import type { TableRow } from "@/lib/table/row";
import type { Source } from "@/lib/table/source";
import { readTable, type TableShape } from "@/lib/table/table";
import { type Example, isExample } from "./batch";
import { type DayDoubt, dayParts, isExchangeable, readDay } from "./cells";

const BATCH = 500;
/** Up to one in so many days that say otherwise counts as a typing error; more mean another date format. */
const SLIPS = 10;

export type DayOrder = {
  doubt: DayDoubt;
  /** A day that can be read in two ways, where no day of the file tells which is right. */
  unsure: TableNotes["unsureDay"];
};

/**
 * Counts which days of a file can only have the day first, and which only the month; and of the days that a workbook
 * has as such, how many come after the twelfth. Where hardly any does, and beside them stands a text that only has its
 * day first, a spreadsheet of another country made days of those that it could read its own way, and left the others as
 * they were. A text that it could have read too tells nothing of that.
 */
export class DayOrderCensus {
  private dayFirst = 0;
  private monthFirst = 0;
  private monthFirstLine: number | null = null;
  private either: TableNotes["unsureDay"];
  private eitherWithEnglish = false;
  private dayFirstLine: number | null = null;
  private cellsAfterTwelfth = 0;
  private cellsOfEither = 0;

  /**
   * @param days the columns of days, the first day of a row before its last
   * @param example the template's, whose days are of no program that wrote the file
   */
  constructor(
    private readonly days: readonly string[],
    private readonly example?: Example,
  ) {}

  addRows(rows: readonly TableRow[]): void {
    for (const { line, cells, dayCells } of rows)
      if (cells && !(this.example && isExample(cells, this.example))) this.add(line, cells, dayCells);
  }

  add(line: number, cells: Readonly<Record<string, string>>, dayCells: readonly string[] = []): void {
    for (const column of dayCells) this.addDayCell(cells[column] ?? "");
    const read = this.days.map((column) => dayParts(cells[column] ?? ""));
    for (const [at, day] of read.entries()) {
      if (!day) continue;
      const { first, second, english } = day;
      if (first > 12 && second <= 12) {
        this.dayFirst += 1;
        this.dayFirstLine ??= line;
      } else if (second > 12 && first <= 12) this.countMonthFirst(line);
      else if (isExchangeable(first, second)) {
        this.either ??= asRead((cells[this.days[at] ?? ""] ?? "").trim());
        this.eitherWithEnglish ||= english;
      }
    }
    const [from, to] = read;
    if (!from || !to || [from, to].some(({ first, second }) => first > 12 || second > 12)) return;
    const [byDay, byMonth] = [inOrder(from, to, "dayFirst"), inOrder(from, to, "monthFirst")];
    if (byDay && !byMonth) this.dayFirst += 1;
    if (byMonth && !byDay) this.countMonthFirst(line);
  }

  private addDayCell(iso: string): void {
    const [, month = 0, day = 0] = iso.slice(0, 10).split("-").map(Number);
    if (day > 12) this.cellsAfterTwelfth += 1;
    else if (isExchangeable(day, month)) this.cellsOfEither += 1;
  }

  private countMonthFirst(line: number): void {
    this.monthFirst += 1;
    this.monthFirstLine ??= line;
  }

  order(): DayOrder {
    const tells = this.dayFirst + this.monthFirst > 0;
    const doubtful = this.monthFirst * SLIPS >= this.dayFirst;
    const monthFirst = doubtful ? this.monthFirstLine : null;
    const hardlyAny = this.cellsOfEither > 0 && this.cellsAfterTwelfth * SLIPS <= this.cellsOfEither;
    return {
      doubt: {
        monthFirst,
        english: !tells && this.eitherWithEnglish,
        turned: hardlyAny ? this.dayFirstLine : null,
      },
      unsure: tells || this.eitherWithEnglish ? undefined : this.either,
    };
  }
}

function asRead(text: string): TableNotes["unsureDay"] {
  const day = readDay(text);
  return day.ok ? { said: text, day: day.value } : undefined;
}

type Parts = NonNullable<ReturnType<typeof dayParts>>;

/** Whether a row's first day is not after its last when both are read in this order. */
function inOrder(from: Parts, to: Parts, order: "dayFirst" | "monthFirst"): boolean {
  const number = ({ first, second, year }: Parts) =>
    order === "dayFirst" ? year * 10_000 + second * 100 + first : year * 10_000 + first * 100 + second;
  return number(from) <= number(to);
}

/** A table whose rows are imported; without an example, where no template shows one. */
export type ImportShape = TableShape & { example?: Example };

type File = { source: Source; format: Inspected["format"]; shape: ImportShape };

/** Reads a whole file for its days alone, since later days may show that the month comes first. */
async function findDayOrder({ source, format, shape }: File): Promise<DayOrder> {
  const census = new DayOrderCensus(shape.days, shape.example);
  for await (const rows of readTable(source, format, shape, BATCH, newNotes())) census.addRows(rows);
  return census.order();
}

const dayFirst: DayOrder = { doubt: { monthFirst: null, english: false, turned: null }, unsure: undefined };

/** Thrown when the whole file contradicts the order in which its days were read. */
class OtherDayOrder extends Error {
  constructor(readonly found: DayOrder) {
    super("the days of the file are written in another order");
    this.name = "OtherDayOrder";
  }
}

/**
 * The order of the days while a file is read. An import must know it before the first row, from an earlier pass
 * or one for the days alone; a dry run assumes that the day comes first and corrects itself.
 */
export class DayReading {
  private constructor(
    private readonly assumed: DayOrder,
    private readonly census: DayOrderCensus | null,
  ) {}

  /** @param known what an earlier reading of this very file came to */
  static async begin(file: File, known: DayOrder | null, writes: boolean): Promise<DayReading> {
    if (known) return new DayReading(known, null);
    return writes
      ? new DayReading(await findDayOrder(file), null)
      : new DayReading(dayFirst, new DayOrderCensus(file.shape.days, file.shape.example));
  }

  get doubt(): DayDoubt {
    return this.assumed.doubt;
  }

  add(rows: readonly TableRow[]): void {
    this.census?.addRows(rows);
  }

  /** The order of the whole file. @throws OtherDayOrder when its days were read in another one */
  end(): DayOrder {
    const found = this.census?.order() ?? this.assumed;
    const { monthFirst, english, turned } = found.doubt;
    const isDoubtful = english || turned !== null || monthFirst !== null;
    if (this.census && isDoubtful) throw new OtherDayOrder(found);
    return found;
  }
}

/** Processes a file, and again when its days turn out to be in the other order. */
export async function inDayOrder<Result>(
  known: DayOrder | null,
  walk: (known: DayOrder | null) => Promise<Result>,
): Promise<Result> {
  try {
    return await walk(known);
  } catch (error) {
    if (error instanceof OtherDayOrder) return walk(error.found);
    throw error;
  }
}
