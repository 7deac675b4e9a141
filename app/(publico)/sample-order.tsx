import { Guilloche, GuillocheBand } from "@/components/ui/figures";
import { formatPesos, pesosInWords } from "@/lib/format/money";

type Words = {
  sampleCaption: string;
  sampleTitle: string;
  sampleKind: string;
  sampleNumber: string;
  sampleAffiliate: string;
  sampleValue: string;
  sampleSign: string;
};

const SAMPLE_VALUE = 480_000;

/** The paper as it comes to the counter, drawn, with the number to type ringed. Its caption says the same. */
export function SampleOrder({ caja, words }: { caja: string; words: Words }) {
  return (
    <figure className="muestra">
      <div className="hoja" aria-hidden="true">
        <header>
          <div>
            <p className="papel-titulo">{words.sampleTitle}</p>
            <p>{words.sampleKind}</p>
          </div>
          <p className="hoja-numero">
            <span>{words.sampleNumber}</span>
            <b className="num aro">0004521</b>
          </p>
        </header>
        <p className="pista">{caja}</p>
        <GuillocheBand />
        <dl className="datos">
          <div>
            <dt>{words.sampleAffiliate}</dt>
            <dd>MARÍA E. PÉREZ C.</dd>
          </div>
          <div className="valor">
            <dt>{words.sampleValue}</dt>
            <dd className="num">{formatPesos(SAMPLE_VALUE)}</dd>
            <dd className="letras">{pesosInWords(SAMPLE_VALUE)}</dd>
          </div>
        </dl>
        <p className="firma">{words.sampleSign}</p>
        <Guilloche />
      </div>
      <figcaption>{words.sampleCaption}</figcaption>
    </figure>
  );
}
