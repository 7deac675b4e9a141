"use server";

import { redirect } from "next/navigation";
import { action } from "@/app/_server/http/action";
import { FindInput } from "@/domain/order/schema";
import { keepSearch } from "./search-cookie";

export const findAction = action({ needs: "order.find", input: FindInput }, async ({ actor }, input) => {
  await keepSearch(actor.personId, input);
  redirect("/admin/ordenes/resultados");
});
