import type { ReactNode } from "react";
import { NavLinks } from "@/components/layout/nav-links";
import { adminNav } from "@/components/layout/nav-looks";
import { currentMessages } from "@/messages";
import type { CajaActor } from "@/model/access";
import { deskPlaces } from "./desk-places";

/** The places of somebody of the caja beside the page; a phone has them in the menu of the bar. */
export async function AdminFrame({ actor, children }: { actor: CajaActor; children: ReactNode }) {
  const [{ nav }, places] = [(await currentMessages()).common, await deskPlaces(actor)];
  return (
    <div className="flex flex-1 flex-col md:flex-row">
      <NavLinks look={adminNav} label={nav.admin} items={places} />
      {children}
    </div>
  );
}
