import type { Inspected } from "@/lib/table/inspect";
import { newNotes, type TableNotes } from "@/lib/table/notes";
import type { Source } from "@/lib/table/source";
import { readTable, type TableShape } from "@/lib/table/table";
import { type DayDoubt, dayParts, readDay } from "./cells";

const BATCH = 500;
/** One day in so many with its month first is a slip of the pen; more are another program's way to write days. */
const SLIPS = 10;

export type DayOrder = {
  doubt: DayDoubt;
  /** A day that can be read in two ways, where no day of the file tells which is right. */
  unsure: TableNotes["unsureDay"];
};

/** Counts which days of a file can only have the day first, and which only the month. */
export class DayOrderCensus {
  private dayFirst = 0;
  private monthFirst = 0;
  private monthFirstLine: number | null = null;
  private either: TableNotes["unsureDay"];
  private eitherWithEnglish = false;

  /** `days` are the columns of days, the first day of a row before its last. */
  constructor(private readonly days: readonly string[]) {}

  add(line: number, cells: Readonly<Record<string, string>>): void {
    const read = this.days.map((column) => dayParts(cells[column] ?? ""));
    for (const [at, day] of read.entries()) {
      if (!day) continue;
      const { first, second, english } = day;
      if (first > 12 && second <= 12) this.dayFirst += 1;
      else if (second > 12 && first <= 12) this.countMonthFirst(line);
      else if (first <= 12 && second <= 12 && first !== second) {
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

  private countMonthFirst(line: number): void {
    this.monthFirst += 1;
    this.monthFirstLine ??= line;
  }

  order(): DayOrder {
    const tells = this.dayFirst + this.monthFirst > 0;
    const doubtful = this.monthFirst * SLIPS >= this.dayFirst;
    return {
      doubt: {
        monthFirst: doubtful ? this.monthFirstLine : null,
        english: !tells && this.eitherWithEnglish,
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

/** Whether a row's first day lies before its last, or is the same, when both are read so. */
function inOrder(from: Parts, to: Parts, order: "dayFirst" | "monthFirst"): boolean {
  const number = ({ first, second, year }: Parts) =>
    order === "dayFirst" ? year * 10_000 + second * 100 + first : year * 10_000 + first * 100 + second;
  return number(from) <= number(to);
}

/**
 * Reads a file once for its days, before the first order goes in: whether the month may come first is told by days
 * that stand further below.
 */
export async function findDayOrder(
  source: Source,
  format: Inspected["format"],
  shape: TableShape,
): Promise<DayOrder> {
  const census = new DayOrderCensus(shape.days);
  for await (const rows of readTable(source, format, shape, BATCH, newNotes()))
    for (const { line, cells } of rows) if (cells) census.add(line, cells);
  return census.order();
}
