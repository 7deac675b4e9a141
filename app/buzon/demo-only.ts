import { notFound } from "next/navigation";
import { jobsDatabase } from "@/db/client";
import { isEmbedded } from "@/db/queries/installation-embedded";
import { env } from "@/lib/env";

/** Whether this is the demonstration, whose mails nobody sends: what stands beside it exists nowhere else. */
export async function isDemonstration(): Promise<boolean> {
  const { DEMO, SMTP_URL } = env();
  return Boolean(DEMO) && !SMTP_URL && (await isEmbedded(jobsDatabase()));
}

/** Everywhere but in the demonstration the page does not exist. */
export async function requireDemonstration(): Promise<void> {
  if (!(await isDemonstration())) notFound();
}
