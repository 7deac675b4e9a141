import { connect } from "@/db/connection";

/**
 * Lets a server that is gone after its run answer a commit before it is on the disk, which a busy disk makes slow.
 * What a crash leaves behind is tried on servers of their own, which wait for it.
 */
export async function skipDisk(superuserUrl: string): Promise<void> {
  const superuser = connect(superuserUrl, null, 1);
  await superuser.unsafe("alter system set fsync = off");
  await superuser.unsafe("alter system set full_page_writes = off");
  await superuser`select pg_reload_conf()`;
  await superuser.end();
}
