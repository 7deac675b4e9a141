import { type Actor, can } from "@/model/access";

/** Pages that every provider has. Pages below them belong to one provider, so a switch leads to these. */
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
 * Where a person continues after switching on this page, given their permissions at the other provider.
 * @param address of the page, as the browser names it; null when it does not
 */
export function samePage(address: string | null, actor: Actor): string {
  const [, first = "", second] = address && URL.canParse(address) ? new URL(address).pathname.split("/") : [];
  if (first === "equipo")
    return can(actor, "team.manage") && second !== "este-dispositivo"
      ? "/equipo"
      : "/equipo/este-dispositivo";
  const kind = Object.hasOwn(kinds, first) ? kinds[first] : undefined;
  return kind ?? (actor.kind === "provider" && actor.provider.opensLookUp ? "/consultar" : "/aplicaciones");
}
