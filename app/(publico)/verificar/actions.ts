"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { publicAction } from "@/app/_server/http/action";
import { verifyInput } from "@/domain/order-code/verify-schema";
import { publicAddress } from "@/lib/mail/address";

// Later than the build, which knows no address.
const input = z.lazy(() => verifyInput(publicAddress("/")));

/** From the form to the page that the paper's own code opens. */
export const verifyAction = publicAction({ input }, async ({ code }) => {
  redirect(`/V/${code}`);
});
