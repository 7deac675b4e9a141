"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { publicAction } from "@/app/_server/http/action";
import { verifyInput } from "@/domain/order-code/verify-schema";
import { publicAddress } from "@/lib/mail/address";

// Loaded when the action runs, because PUBLIC_URL is unknown during the build.
const input = z.lazy(() => verifyInput(publicAddress("/")));

/** Redirects to the page that the QR code of the paper or of the proof opens. */
export const verifyAction = publicAction({ input, saves: false }, async ({ code }) => {
  redirect(code);
});
