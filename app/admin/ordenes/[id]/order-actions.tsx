import { ButtonLink } from "@/components/ui/button";
import type { OrderAction } from "@/domain/order/life";
import { currentMessages } from "@/messages";
import type { Messages } from "@/messages/es-CO";

type Links = Messages["admin"]["life"]["links"];

/** Page of each action; where several share one, the last gives the link its label. */
const pages: Partial<Record<OrderAction, [page: string, label: keyof Links]>> = {
  issue: ["emitir", "emitir"],
  approve: ["aprobar", "aprobar"],
  deliver: ["entregar", "entregar"],
  extend: ["prorrogar", "prorrogar"],
  replace: ["reemplazar", "reemplazar"],
  block: ["revisar", "revisar"],
  unblock: ["revisar", "terminar"],
  annul: ["anular", "anular"],
  annul_here: ["anular", "anular"],
};

/** A link for each thing that this person may do with the order now. */
export async function OrderActions({ id, actions }: { id: string; actions: readonly OrderAction[] }) {
  const { life: t } = (await currentMessages()).admin;
  const places = new Map(actions.flatMap((action) => (pages[action] ? [pages[action]] : [])));
  const links = [...places].map(([page, label]) => ({
    href: `/admin/ordenes/${id}/${page}`,
    label: t.links[label],
  }));
  if (links.length === 0) return null;
  return (
    <section aria-labelledby="acciones">
      <h2 id="acciones">{t.actions}</h2>
      <p className="flex flex-wrap gap-3">
        {links.map(({ href, label }) => (
          <ButtonLink key={href} href={href} variant="outline">
            {label}
          </ButtonLink>
        ))}
      </p>
    </section>
  );
}
