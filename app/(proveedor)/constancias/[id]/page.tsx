import type { Metadata } from "next";
import { requireGrant } from "@/app/_server/auth/session";
import { Page } from "@/components/layout/page";
import { FactList } from "@/components/order/order-sheet";
import { QrFigure } from "@/components/order/qr-figure";
import { buttonClass } from "@/components/ui/button";
import { ChoiceLinks } from "@/components/ui/choice-links";
import { PrintButton } from "@/components/ui/print-button";
import { ShareButton } from "@/components/ui/share-button";
import { proofRows } from "@/domain/proof/pdf-rows";
import { proofSizes } from "@/domain/proof/write-pdf";
import { QUIET, qrRuns } from "@/lib/pdf/qr";
import { currentLanguage, currentMessages } from "@/messages";
import { writtenNit } from "@/model/identity/format";
import { sizeAt, sizeWords } from "./paper-size";
import { proofOf } from "./proof";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ papel?: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ facts }, { proof }] = await Promise.all([proofOf((await params).id), currentMessages()]);
  return { title: proof.pageTitle(proof.kinds[facts.kind], facts.number) };
}

/** The text with each NIT in one line, whose check digit would else be left alone behind its hyphen. */
const unbroken = (text: string) => (
  <>
    {text.split(/(NIT\s[\d.]+-\d)/).map((part, at) =>
      at % 2 === 0 ? (
        part
      ) : (
        <span key={part} className="whitespace-nowrap">
          {part}
        </span>
      ),
    )}
  </>
);

/** A proof as it was signed: to read, print, or share by its public address. */
export default async function ProofPage({ params, searchParams }: Props) {
  await requireGrant("counter.work");
  const [{ id }, { papel }] = await Promise.all([params, searchParams]);
  const [proofPage, { proof, common }, language] = await Promise.all([
    proofOf(id),
    currentMessages(),
    currentLanguage(),
  ]);
  const { facts, name, address } = proofPage;
  const size = sizeAt(papel);
  const title = proof.kinds[facts.kind];
  const back = proofPage.lookupId
    ? `/consultar/r/${proofPage.lookupId}`
    : facts.kind === "use"
      ? `/comprobantes/${proofPage.useId}`
      : null;
  return (
    <div data-roll={size === "letter" ? undefined : ""}>
      {size === "letter" ? null : <link rel="stylesheet" href={`/papel-${size}.css`} media="print" />}
      <Page title={title} back={back ? { href: back, label: common.frame.back } : undefined}>
        <div className="print:hidden">
          <p>{proof.lead}</p>
          <ChoiceLinks
            label={proof.paper}
            choices={proofSizes.map((known) => ({
              href: `/constancias/${id}?papel=${sizeWords[known]}`,
              label: proof.sizes[known],
              chosen: known === size,
            }))}
          />
          <div className="mt-3 grid grid-cols-[repeat(auto-fit,minmax(min(9rem,100%),1fr))] gap-[0.6rem]">
            <PrintButton>{proof.print}</PrintButton>
            <ShareButton url={address} title={proof.pageTitle(title, facts.number)} copied={proof.copied}>
              {proof.share}
            </ShareButton>
            {/* A plain link and not the router's, because the answer is a file. */}
            <a
              className={buttonClass("outline")}
              href={`/constancias/${id}/pdf?papel=${sizeWords[size]}`}
              download
            >
              {proof.pdf}
            </a>
          </div>
        </div>
        <section
          className="my-4 border-2 border-ink bg-sheet px-4 pt-4 pb-5 print:m-0 print:border-0 print:p-0 print:[&_a]:text-black"
          aria-label={title}
        >
          <p>
            <b>{facts.caja.name}</b>
            {facts.caja.nit ? (
              <>
                {" · "}
                <span className="tabular-nums lining-nums whitespace-nowrap">
                  NIT {writtenNit(facts.caja.nit)}
                </span>
              </>
            ) : null}
          </p>
          <FactList
            rows={proofRows(facts, proof, language).map((row) => ({ ...row, value: unbroken(row.value) }))}
          />
          <div className="mt-5 flex flex-wrap gap-4 border-t border-rule pt-5 print:break-inside-avoid print:border-black">
            <QrFigure symbol={qrRuns(address)} quiet={QUIET} label={proof.qrAlt} />
            <div className="min-w-0 flex-[1_1_14rem] wrap-anywhere">
              <h2 className="mt-0">{proof.verify}</h2>
              <p className="tabular-nums lining-nums">
                <a href={address}>{name}</a>
              </p>
              <p>{proof.checkAt(proofPage.checkedAt)}</p>
              <p>{proof.signedBy(proofPage.keyId)}</p>
              <p className="print:hidden">
                <a href={`/constancias/${id}/firma`} download>
                  {proof.signed}
                </a>
              </p>
              <p>{"askedAt" in facts ? proof.note : proof.noteUse}</p>
            </div>
          </div>
        </section>
      </Page>
    </div>
  );
}
