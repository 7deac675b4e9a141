"use server";

import { redirect } from "next/navigation";
import { publicAction } from "@/app/_server/http/action";
import { VerifyInput } from "@/domain/order-code/verify-schema";

/** From the form to the page that the paper's own code opens. */
export const verifyAction = publicAction({ input: VerifyInput }, async ({ code }) => {
  redirect(`/V/${code}`);
});
