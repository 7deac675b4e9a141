import { type Actor, can } from "@/model/access";

/** Of each kind of page the one that every provider has: what a page below it shows is of one provider alone. */
const kinds: Readonly<Record<string, string>> = {
  consultar: "/consultar",
  practica: "/practica",
  historial: "/historial",
  comprobantes: "/historial",
  constancias: "/historial",
  novedades: "/historial",
  aplicaciones: "/aplicaciones",
  solicitudes: "/aplicaciones",
  ayuda: "/ayuda",
};

/**
 * Where somebody goes on who switched on the page of this address, with what they may do at the other provider.
 * @param address of the page, as the browser names it; null when it does not
 */
export function samePage(address: string | null, actor: Actor): string {
  const [, first = "", second] = address && URL.canParse(address) ? new URL(address).pathname.split("/") : [];
  if (first === "equipo")
    return can(actor, "team.manage") && second !== "este-equipo" ? "/equipo" : "/equipo/este-equipo";
  const kind = Object.hasOwn(kinds, first) ? kinds[first] : undefined;
  return (
    kind ??
    (actor.kind === "provider" && actor.provider.applications.includes("CONVENIOS")
      ? "/consultar"
      : "/aplicaciones")
  );
}
