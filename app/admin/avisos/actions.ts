"use server";

import { redirect } from "next/navigation";
import { action } from "@/app/_server/http/action";
import { saveNoticeChoices } from "@/domain/caja/notice-choices";
import { NoticeChoices } from "@/domain/caja/notice-schema";

export const saveNoticesAction = action(
  { needs: "caja.dashboard", input: NoticeChoices },
  async (grant, input, client) => {
    await saveNoticeChoices(grant, input, client);
    redirect("/admin/avisos?guardado=1");
  },
);
