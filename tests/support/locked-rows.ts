import type postgres from "postgres";
import { whileOpen } from "./while-open";

type Sql = Parameters<Parameters<typeof whileOpen>[0]>[0];

/** Which of these rows a call keeps from everybody else until it is committed, in the order in which they are named. */
export async function lockedRows(
  call: (sql: Sql) => Promise<unknown>,
  table: "person" | "provider" | "order",
  ids: readonly string[],
): Promise<string[]> {
  const free = await whileOpen(call, (sql) => {
    const query = sql as postgres.Sql;
    return query<{ id: string }[]>`select id from ${query(table)} where id in ${query([...ids])}
      for no key update skip locked`.then((rows) => rows.map(({ id }) => id));
  });
  return ids.filter((id) => !free.includes(id));
}
