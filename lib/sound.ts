import "server-only";
import { cookies } from "next/headers";

export const SOUND_COOKIE = "sonido";

/** Whether answers at this counter sound and vibrate: yes, unless it was turned off on this device. */
export async function soundIsOn(): Promise<boolean> {
  return (await cookies()).get(SOUND_COOKIE)?.value !== "no";
}
