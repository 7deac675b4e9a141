import "server-only";
import { headers } from "next/headers";
import { redirect, unstable_rethrow } from "next/navigation";
import type { ReactNode } from "react";
import { isDatabaseDown } from "@/db/connection";

/**
 * Redirects to the outage page, with a link back, when the database does not answer in time, so that the page
 * never answers 500.
 */
export function unlessDown<Props>(page: (props: Props) => Promise<ReactNode>) {
  return async (props: Props): Promise<ReactNode> => {
    try {
      return await page(props);
    } catch (error) {
      unstable_rethrow(error);
      if (!isDatabaseDown(error)) throw error;
    }
    const path = (await headers()).get("x-path") ?? "/";
    redirect(`/no-disponible?volver=${encodeURIComponent(path)}`);
  };
}
