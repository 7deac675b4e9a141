import { OneButtonForm } from "@/components/form/one-button-form";
import { currentMessages } from "@/messages";
import { approveAction } from "./actions";
import { ReturnOrRejectForm } from "./return-or-reject-form";

/** The three ways to decide. */
export async function Decision({
  hidden,
}: {
  /** The request, and what the page shows of it. */
  hidden: { requestId: string; seen: string };
}) {
  const t = (await currentMessages()).admin.requests;
  return (
    <section aria-labelledby="decidir">
      <h2 id="decidir">{t.decideHeading}</h2>
      <p>{t.decideText}</p>
      <div className="grid gap-x-10 lg:grid-cols-3">
        <div>
          <h3>{t.approve}</h3>
          <p>{t.approveText}</p>
          <OneButtonForm action={approveAction} hidden={hidden} label={t.approve} />
        </div>
        <div>
          <h3>{t.return}</h3>
          <p>{t.returnText}</p>
          <ReturnOrRejectForm way="returned" hidden={hidden} />
        </div>
        <div>
          <h3>{t.reject}</h3>
          <p>{t.rejectText}</p>
          <ReturnOrRejectForm way="rejected" hidden={hidden} />
        </div>
      </div>
    </section>
  );
}
