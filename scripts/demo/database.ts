import { ensureDatabase, remakeDatabase } from "@/scripts/database";
import { isDemoTruncated } from "./load";

/**
 * The address of the demonstration's database, which is made if it is missing. One whose first load was interrupted is
 * made again: what it lacks would never be loaded.
 */
export async function demoDatabase(clusterUrl: string, name = "hanna"): Promise<string> {
  const url = await ensureDatabase(clusterUrl, name);
  if (await isDemoTruncated(url)) await remakeDatabase(clusterUrl, name);
  return url;
}
