/** Points in a millimetre. */
export const MM = 72 / 25.4;

export type Geometry = {
  width: number;
  height: number;
  margin: number;
  /** Height of the guilloche at the head and at the foot. */
  band: number;
  /** Where the head's band begins; above it stand the caja and the number. */
  headBand: number;
  kind: number;
  /** Sizes of text and ornament, in points. */
  rosette: number;
  caja: number;
  name: number;
  value: number;
  body: number;
  small: number;
  /** Column of labels, and the air above and below a row. */
  label: number;
  air: number;
  once: { top: number; size: number };
  qr: { top: number; side: number };
  signatures: number;
};

/** The QR avoids the folds of a sheet folded in two or three, and the torn lower edge. */
export const geometryOf: Record<PaperSize, Geometry> = {
  letter: {
    width: 612,
    height: 792,
    margin: 48,
    band: 24,
    headBand: 100,
    kind: 25,
    rosette: 46,
    caja: 15,
    name: 16,
    value: 20,
    body: 12.5,
    small: 10,
    label: 132,
    air: 6.4,
    once: { top: 512, size: 16.5 },
    qr: { top: 566, side: 36 * MM },
    signatures: 730,
  },
  half_letter: {
    width: 396,
    height: 612,
    margin: 30,
    band: 16,
    headBand: 74,
    kind: 17,
    rosette: 34,
    caja: 11,
    name: 12.5,
    value: 20,
    body: 9.5,
    small: 8,
    label: 94,
    air: 4.3,
    once: { top: 396, size: 11.5 },
    qr: { top: 434, side: 31 * MM },
    signatures: 564,
  },
};

export const paperSizes = ["letter", "half_letter"] as const;

/** One order fills one page of either size. */
export type PaperSize = (typeof paperSizes)[number];
