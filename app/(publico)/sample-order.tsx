import { Guilloche, GuillocheBand } from "@/components/ui/figures";
import { formatPesos, pesosInWords } from "@/lib/format/money";
import { currentMessages } from "@/messages";

const SAMPLE_VALUE = 480_000;

/** The paper as it comes to the counter, drawn, with the number to type ringed. Its caption says the same. */
export async function SampleOrder({ caja }: { caja: string }) {
  const words = (await currentMessages()).publicPages.home;
  return (
    <figure className="specimen">
      <div className="sheet" aria-hidden="true">
        <header>
          <div>
            <p className="specimen-title">{words.sampleTitle}</p>
            <p>{words.sampleKind}</p>
          </div>
          <p className="sheet-number">
            <span>{words.sampleNumber}</span>
            <b className="num circled">0004521</b>
          </p>
        </header>
        <p className="hint">{caja}</p>
        <GuillocheBand />
        <dl className="facts">
          <div>
            <dt>{words.sampleAffiliate}</dt>
            <dd>MARÍA E. PÉREZ C.</dd>
          </div>
          <div className="amount">
            <dt>{words.sampleValue}</dt>
            <dd className="num">{formatPesos(SAMPLE_VALUE)}</dd>
            <dd className="in-words">{pesosInWords(SAMPLE_VALUE)}</dd>
          </div>
        </dl>
        <p className="signature">{words.sampleSign}</p>
        <Guilloche />
      </div>
      <figcaption>{words.sampleCaption}</figcaption>
    </figure>
  );
}
