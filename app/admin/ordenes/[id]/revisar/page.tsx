import type { Metadata } from "next";
import { requireGrant } from "@/app/_server/auth/session";
import { unlessDown } from "@/app/_server/http/unless-down";
import { OrderActionForm } from "@/app/admin/ordenes/[id]/order-action-form";
import { Page } from "@/components/layout/page";
import { databaseFor } from "@/db/client";
import { listHolds } from "@/db/queries/order-hold";
import { queryText } from "@/lib/http/query";
import { currentLanguage, currentMessages } from "@/messages";
import { orderFor } from "../../order-of";
import { openedFrom, orderPath } from "../../way-back";
import { holdLabel } from "../holds";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ otro?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  const { admin } = await currentMessages();
  return { title: admin.life.links.revisar };
}

/** Starts a review, adds another hold (`?otro=1`), or ends a hold. */
async function ReviewPage({ params, searchParams }: Props) {
  const grant = await requireGrant("order.change");
  const [{ order, may, seen }, { otro }, { admin }, language] = await Promise.all([
    orderFor(grant.actor, (await params).id, ["block", "unblock"]),
    searchParams,
    currentMessages(),
    currentLanguage(),
  ]);
  const ends = may.includes("unblock") && queryText(otro) === "";
  const holds = ends ? await listHolds(databaseFor(grant), order.id) : [];
  const t = ends ? admin.life.unblock : admin.life.block;
  const from = await openedFrom();
  return (
    <Page
      title={t.title(order.number ?? "")}
      back={{ href: orderPath(order.id, from), label: admin.life.back }}
      width="admin"
    >
      <p>{ends && holds.length > 1 ? admin.life.holds.several : t.meaning}</p>
      {ends && order.coreSaid ? <p>{admin.life.holds.coreSaid[order.coreSaid]}</p> : null}
      <OrderActionForm
        way={ends ? "unblock" : "block"}
        hidden={{ order: order.id, seen }}
        {...(ends
          ? {
              holds: {
                label: admin.life.holds.which,
                options: holds.map((hold) => ({
                  value: hold.id,
                  label: holdLabel(hold, admin.life.holds, language),
                  ...(hold.reportOpen ? { hint: admin.life.holds.reportOpen } : {}),
                })),
              },
            }
          : {})}
        submit={t.submit}
      />
      {ends ? (
        <p>
          <a
            className="inline-flex min-h-11 items-center"
            href={orderPath(`${order.id}/revisar`, from, { otro: "1" })}
          >
            {admin.life.holds.another}
          </a>
        </p>
      ) : null}
    </Page>
  );
}

export default unlessDown(ReviewPage);
