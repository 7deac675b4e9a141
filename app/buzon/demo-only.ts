import { notFound } from "next/navigation";
import { isDemonstration } from "@/app/_server/demonstration";

/** Answers 404 outside the demonstration. */
export async function requireDemonstration(): Promise<void> {
  if (!(await isDemonstration())) notFound();
}
