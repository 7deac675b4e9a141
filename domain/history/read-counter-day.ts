import { databaseFor } from "@/db/client";
import { listCounterDay } from "@/db/queries/history";
import { shownNumber } from "@/domain/lookup/typed-number";
import type { Grant } from "@/model/access";
import type { CalendarDay } from "@/model/calendar";
import { type Entry, entryOf } from "./rules";

/** An answer of the day: its verdict, or its use. Without data of the affiliate. */
export type CounterAnswer = {
  id: string;
  at: Date;
  entry: Entry;
  number: string | null;
  /** In whole pesos, of a use that was not undone. */
  amount: number | null;
  useId: string | null;
};

export type CounterDay = { day: CalendarDay; uses: number; used: number; answers: CounterAnswer[] };

/** Number of answers below the look-up form. */
const LAST = 3;

/** The provider's uses of today, and the person's last answers. */
export async function readCounterDay(grant: Grant<"order.look_up">): Promise<CounterDay> {
  const rows = await listCounterDay(databaseFor(grant), grant, LAST);
  const [first] = rows;
  if (!first) throw new Error("a counter's day answered no row");
  const { day, uses, used } = first;
  const answers = rows.flatMap(({ id, at, what, number, numberSealed, amount, useId }) =>
    id && at && what
      ? [{ id, at, entry: entryOf(what), number: shownNumber({ id, number, numberSealed }), amount, useId }]
      : [],
  );
  return { day, uses, used, answers };
}
