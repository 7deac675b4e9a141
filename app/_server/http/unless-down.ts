import "server-only";
import { headers } from "next/headers";
import { redirect, unstable_rethrow } from "next/navigation";
import type { ReactNode } from "react";
import { isDatabaseDown } from "@/db/connection";

/**
 * A page whose database does not answer in time sends its reader to the page that says so, with the way back, and is
 * never an error of the server.
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
