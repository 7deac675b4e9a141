import { ButtonLink } from "@/components/ui/button";
import { countToPrint } from "@/domain/print/print";
import { formatCount } from "@/lib/format/money";
import { pathWith } from "@/lib/http/query";
import { currentMessages } from "@/messages";
import { authorize, type CajaActor, can, type Permission } from "@/model/access";
import { mineOfToday, PRINT_PATH, printParamsOf } from "./print-filter";

/** Actions that this person may start from the page of orders. */
export async function HeadLinks({ actor }: { actor: CajaActor }) {
  const { admin: t } = await currentMessages();
  const links: { href: string; label: string; needs: Permission }[] = [
    { href: "/admin/ordenes/nueva", label: t.orders.issue, needs: "order.issue" },
    { href: "/admin/ordenes/importar", label: t.imports.title, needs: "order.import" },
    { href: PRINT_PATH, label: t.print.link, needs: "order.print" },
  ];
  const mine = can(actor, "order.print")
    ? await countToPrint(authorize(actor, "order.print"), mineOfToday)
    : 0;
  if (mine > 0)
    links.push({
      href: pathWith(PRINT_PATH, printParamsOf(mineOfToday)),
      label: t.print.mineToday(formatCount(mine)),
      needs: "order.print",
    });
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
