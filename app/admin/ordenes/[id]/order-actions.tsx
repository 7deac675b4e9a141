import { ButtonLink } from "@/components/ui/button";
import type { OrderAction } from "@/domain/order/life";
import { currentMessages } from "@/messages";
import type { Messages } from "@/messages/es-CO";
import { openedFrom, orderPath } from "../way-back";

type Words = Messages["admin"]["life"];
type Group = keyof Words["groups"];
type Act = readonly [page: string, label: keyof Words["links"]];

/** What is done to an order, group by group; what cannot be taken back comes last and apart. */
const groups: Readonly<Record<Group, Partial<Record<OrderAction, Act>>>> = {
  draft: { issue: ["emitir", "emitir"], approve: ["aprobar", "aprobar"] },
  deliver: { deliver: ["entregar", "entregar"] },
  change: { extend: ["prorrogar", "prorrogar"], replace: ["reemplazar", "reemplazar"] },
  stop: { block: ["revisar", "revisar"], unblock: ["revisar", "terminar"] },
  annul: { annul: ["anular", "anular"], annul_here: ["anular", "anular"] },
};

/** A link for each thing that this person may do with the order now. */
export async function OrderActions({ id, actions }: { id: string; actions: readonly OrderAction[] }) {
  const [{ admin }, from] = await Promise.all([currentMessages(), openedFrom()]);
  const { life: t } = admin;
  const shown = (Object.keys(groups) as Group[]).flatMap((group) => {
    const pages = groups[group];
    // Where two lead to one page, the last gives the link its label.
    const links = [...new Map(actions.flatMap((action) => (pages[action] ? [pages[action]] : [])))];
    return links.length > 0 ? [{ group, links }] : [];
  });
  if (shown.length === 0) return null;
  return (
    <section aria-labelledby="acciones" className="mb-6 print:hidden">
      <h2 id="acciones">{t.actions}</h2>
      {shown.map(({ group, links }) => (
        <div key={group} className={group === "annul" ? "mt-6 border-t-2 border-rule pt-3" : "mb-4"}>
          <h3 className="mt-0 mb-2 text-base">{t.groups[group]}</h3>
          <p className="m-0 flex flex-wrap gap-3">
            {links.map(([page, label]) => (
              <ButtonLink key={page} href={orderPath(`${id}/${page}`, from)} variant="outline">
                {t.links[label]}
              </ButtonLink>
            ))}
          </p>
        </div>
      ))}
    </section>
  );
}
