import { setTimeout as pause } from "node:timers/promises";
import type postgres from "postgres";
import { connect } from "@/db/connection";
import { quoted } from "@/db/prepare-roles";
import { databaseName } from "@/db/roles";

/** Comment of a database that a restore has filled and not finished. */
const UNFINISHED = "restauracion sin terminar";

/** How long a portal that is stopping may take, and how often is looked. */
const LEAVING_MS = 5_000;
const LOOK_MS = 250;

/**
 * Closes a database to writers while it is restored: until the number series are advanced, whoever served it would
 * issue numbers that are on papers already. It stays closed when the restore fails or is killed.
 */
export async function closeDatabase(url: string): Promise<void> {
  await onDatabase(url, closing(databaseName(url)));
}

/** The statements that close it, for a server that is not started yet. */
export const closing = (database: string): string[] => [
  `comment on database ${quoted(database)} is '${UNFINISHED}'`,
  `alter database ${quoted(database)} set default_transaction_read_only = on`,
];

/**
 * Waits until nobody else is in a closed database: a session that is older than its closing still writes. One that
 * begins after it does not. Workers of the server itself, as an extension runs them under a login, do not count; where
 * the server does not tell the owner what a session of another login is, it counts.
 * @throws Error with one line that names the logins which stay
 */
export async function requireAlone(url: string): Promise<void> {
  const client = connect(writingAddress(url), null, 1);
  try {
    const end = Date.now() + LEAVING_MS;
    // Twice in a row: one that was about to begin while it was closed is not seen at once.
    for (let alone = 0; alone < 2; await pause(LOOK_MS)) {
      const others = await client<{ login: string }[]>`
        select distinct usename::text as login from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid() and usename is not null
          and coalesce(backend_type, 'client backend') = 'client backend' order by 1`;
      alone = others.length === 0 ? alone + 1 : 0;
      if (others.length > 0 && Date.now() > end)
        throw new Error(
          `Hay sesiones abiertas en «${databaseName(url)}» (${others.map(({ login }) => login).join(", ")}): detenga el portal, ciérrelas y restaure otra vez.`,
        );
    }
  } finally {
    await client.end({ timeout: 5 });
  }
}

/** Opens it to writers, once the restore is finished. */
export async function openDatabase(url: string): Promise<void> {
  const name = quoted(databaseName(url));
  await onDatabase(url, [
    `alter database ${name} reset default_transaction_read_only`,
    `comment on database ${name} is null`,
  ]);
}

/** The address with which the restore itself writes to the closed database. */
export function writingAddress(url: string): string {
  return `${url}${url.includes("?") ? "&" : "?"}default_transaction_read_only=off`;
}

/** @throws Error with one line that says what to do with a database whose restore was not finished */
export async function requireFinishedRestore(client: postgres.Sql): Promise<void> {
  const [row] = await client<{ unfinished: boolean; name: string }[]>`
    select coalesce(shobj_description(oid, 'pg_database') = ${UNFINISHED}, false) as unfinished, datname as name
    from pg_database where datname = current_database()`;
  if (row?.unfinished)
    throw new Error(
      `La restauración de «${row.name}» no terminó y nada se puede escribir en ella: bórrela y restaure otra vez.`,
    );
}

async function onDatabase(url: string, statements: string[]): Promise<void> {
  const client = connect(writingAddress(url), null, 1);
  try {
    for (const statement of statements) await client.unsafe(statement);
  } finally {
    await client.end({ timeout: 5 });
  }
}
