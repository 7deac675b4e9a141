import { ButtonLink } from "@/components/ui/button";
import { currentMessages } from "@/messages";
import { type CajaActor, can, type Permission } from "@/model/access";

/** Actions that this person may start from the page of orders. */
export async function HeadLinks({ actor }: { actor: CajaActor }) {
  const { admin: t } = await currentMessages();
  const links: { href: string; label: string; needs: Permission }[] = [
    { href: "/admin/ordenes/nueva", label: t.orders.issue, needs: "order.issue" },
    { href: "/admin/ordenes/importar", label: t.imports.title, needs: "order.import" },
    { href: "/admin/ordenes/imprimir", label: t.print.link, needs: "order.print" },
  ];
  const may = links.filter(({ needs }) => can(actor, needs));
  if (may.length === 0) return null;
  return (
    <p className="flex flex-wrap gap-3">
      {may.map(({ href, label }) => (
        <ButtonLink key={href} href={href} variant="outline">
          {label}
        </ButtonLink>
      ))}
    </p>
  );
}
