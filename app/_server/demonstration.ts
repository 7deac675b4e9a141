import "server-only";
import { jobsDatabase } from "@/db/client";
import { isEmbedded } from "@/db/queries/installation-embedded";
import { env } from "@/lib/env";

/** Whether this is the demonstration, whose e-mails are not sent. Its pages exist nowhere else. */
export async function isDemonstration(): Promise<boolean> {
  const { DEMO, SMTP_URL } = env();
  return Boolean(DEMO) && !SMTP_URL && (await isEmbedded(jobsDatabase()));
}
