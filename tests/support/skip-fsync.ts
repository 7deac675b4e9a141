import { connect } from "@/db/connection";

/**
 * Turns off synchronous commit for a server that is deleted after its run, because a slow disk would slow
 * every test. Crash recovery is tested on servers of their own, which keep it on.
 */
export async function skipDisk(superuserUrl: string): Promise<void> {
  const superuser = connect(superuserUrl, null, 1);
  await superuser.unsafe("alter system set fsync = off");
  await superuser.unsafe("alter system set full_page_writes = off");
  await superuser`select pg_reload_conf()`;
  await superuser.end();
}
