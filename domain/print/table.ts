import { longDate } from "@/lib/format/date";
import { formatPesos, pesosInWords } from "@/lib/format/money";
import { type Doc, type Face, fitting, heightOf, LEAST } from "@/lib/pdf/ink";
import { formatIdNumber } from "@/model/identity/format";
import { isShown, isTextField, orderFields, orderViews, type TextField } from "@/model/order-field";
import type { Geometry } from "./geometry";
import type { PaperOrder } from "./order-sheet";
import { paperWords } from "./words";

type Line = { text: string; size: number; bold?: boolean; lines?: number; most?: number };
/** A row of the paper: its label, the size of its first line, the weight of the rule above, and its lines. */
type Row = { label: string; size: number; rule: number; lines: { text: string; face: Face }[] };
type Table = { g: Geometry; top: number; kind: Face; rows: Row[] };

/** How much air and size a sheet keeps, one after another until its table ends above the box below it. */
const squeezes: readonly { air: number; size: number }[] = [
  ...[1, 0.85, 0.7, 0.55].map((air) => ({ air, size: 1 })),
  ...[0.92, 0.84, 0.76, 0.68].map((size) => ({ air: 0.55, size })),
];

/**
 * The paper's table: what stands in it, at which sizes. The block below begins at one height on every paper, so that no
 * fold meets its code: long texts take the air between the rows first, then the size of the letters.
 */
export function tableOf(doc: Doc, g: Geometry, order: PaperOrder): Table {
  let table: Table | null = null;
  for (const squeeze of squeezes) {
    table = layOut(doc, squeezed(g, squeeze), order);
    if (endOf(doc, table, order) <= g.once.top - g.small / 2) break;
  }
  if (!table) throw new Error("no size of a table");
  return table;
}

/** Sizes above 8 points do not fall below it: fewer are hard to read. */
function squeezed(g: Geometry, { air, size }: { air: number; size: number }): Geometry {
  const letters = (points: number) => Math.max(LEAST, points * size);
  return {
    ...g,
    ...{ air: g.air * air, kind: letters(g.kind), name: letters(g.name) },
    ...{ body: letters(g.body), value: letters(g.value) },
  };
}

/** Where the table ends, in points from the top. */
function endOf(doc: Doc, { g, top, kind, rows }: Table, order: PaperOrder): number {
  const width = g.width - 2 * g.margin;
  const heights = rows.map(({ lines }) =>
    lines.reduce((sum, { text, face }) => sum + heightOf(doc, text, width - g.label, face), 2 * g.air),
  );
  return heights.reduce((sum, each) => sum + each, top + heightOf(doc, order.kindName, width, kind) + g.air);
}

function layOut(doc: Doc, g: Geometry, order: PaperOrder): Table {
  const width = g.width - 2 * g.margin;
  const words = paperWords.inWords(pesosInWords(order.value));
  const whole = fitting(doc, words, width - g.label, { size: g.body, weight: "bold", lines: 1 });
  const parts = whole > g.body * 0.8 ? [words] : inTwo(words);
  const identity = `${order.affiliateIdKind} ${formatIdNumber(order.affiliateId)}`;
  const plainRow = (label: string, text: string, line: Partial<Line> = {}) => ({
    label,
    lines: [{ text, size: g.body, ...line }],
  });
  type Drawn = { label: string; lines: Line[] };
  const rows: Record<Exclude<(typeof orderViews.paper)[number], TextField>, Drawn> = {
    affiliateName: plainRow(paperWords.affiliate, order.affiliateName, {
      ...{ size: g.name, bold: true, lines: 2, most: 3 },
    }),
    affiliateId: plainRow(paperWords.identity, identity, { size: g.name, bold: true }),
    value: {
      label: paperWords.value,
      lines: [
        { text: formatPesos(order.value), size: g.value, bold: true },
        ...parts.map((text) => ({ text, size: g.body, bold: true })),
      ],
    },
    issuedOn: plainRow(paperWords.issuedOn, longDate(order.issuedOn, "es-CO")),
    validUntil: plainRow(paperWords.validUntil, longDate(order.validUntil, "es-CO"), { bold: true }),
    provider: plainRow(paperWords.provider, order.provider ?? paperWords.anyProvider, { lines: 2, most: 4 }),
  };
  const face = ({ text, size, bold, lines = 1, most }: Line): Face => {
    const weight = bold ? "bold" : "regular";
    return { size: fitting(doc, text, width - g.label, { size, weight, lines, most }), weight };
  };
  // The value stands between two heavy rules.
  let above = 0.6;
  const shown: Row[] = [];
  for (const name of orderViews.paper) {
    if (isTextField(name) && !isShown(orderFields[name].text, order[name])) continue;
    const { label, lines } = isTextField(name)
      ? plainRow(paperWords[name], order[name], orderFields[name].text.paper)
      : rows[name];
    const weight = name === "value" ? 1.6 : 0.6;
    shown.push({
      ...{ label, size: lines[0]?.size ?? g.body, rule: Math.max(above, weight) },
      lines: lines.map((line) => ({ text: line.text, face: face(line) })),
    });
    above = weight;
  }
  return {
    g,
    top: g.headBand + g.band + g.kind * 0.6,
    kind: {
      size: fitting(doc, order.kindName, width, { size: g.kind, weight: "heavy", lines: 1 }),
      weight: "heavy",
    },
    rows: shown,
  };
}

/** Two lines of about one length: left to itself the break could fall inside "M/CTE". */
function inTwo(text: string): string[] {
  const middle = text.indexOf(" ", text.length / 2);
  return [text.slice(0, middle), text.slice(middle + 1)];
}
