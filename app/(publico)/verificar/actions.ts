"use server";

import { redirect } from "next/navigation";
import { VerifyInput } from "@/domain/order/verify-schema";
import { publicAction } from "@/lib/http/action";

/** From the form to the page that the paper's own code opens. */
export const verifyAction = publicAction({ input: VerifyInput }, async ({ code }) => {
  redirect(`/V/${code}`);
});
