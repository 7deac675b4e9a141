/** Reads the QR code in a picture; null when there is none. */
export type Decode = (source: HTMLVideoElement | ImageBitmap) => Promise<string | null>;

// Not in TypeScript's DOM: W3C Shape Detection.
type NativeDetector = { detect: (source: HTMLVideoElement | ImageBitmap) => Promise<{ rawValue: string }[]> };
type NativeDetectorClass = {
  new (options: { formats: string[] }): NativeDetector;
  getSupportedFormats: () => Promise<string[]>;
};

/** Whether a text may be one of our codes. */
export type IsOurs = (text: string) => boolean;

/**
 * The browser's BarcodeDetector where there is one, else our decoder, which is loaded only now. Of several codes in
 * one picture the first that is ours is read.
 */
export async function loadDecoder(isOurs: IsOurs): Promise<Decode> {
  return (await nativeDecoder(isOurs)) ?? (await ownDecoder());
}

async function nativeDecoder(isOurs: IsOurs): Promise<Decode | null> {
  const Detector = (globalThis as { BarcodeDetector?: NativeDetectorClass }).BarcodeDetector;
  try {
    // Some phones have the interface without an implementation.
    if (!Detector || !(await Detector.getSupportedFormats()).includes("qr_code")) return null;
    const detector = new Detector({ formats: ["qr_code"] });
    let own: Decode | null = null;
    return async (source) => {
      if (own) return own(source);
      try {
        const texts = (await detector.detect(source)).map(({ rawValue }) => rawValue);
        return texts.find(isOurs) ?? texts[0] ?? null;
      } catch {
        own = await ownDecoder(); // its service is missing or has failed: use ours
        return own(source);
      }
    };
  } catch {
    return null;
  }
}

const LONGEST_SIDE = 1600;

async function ownDecoder(): Promise<Decode> {
  const { decodeQR } = await import("qr/decode.js");
  const canvas = document.createElement("canvas");
  const context = canvas.getContext("2d", { willReadFrequently: true });
  return async (source) => {
    const [width, height] = sizeOf(source);
    if (!context || width === 0 || height === 0) return null;
    const scale = Math.min(1, LONGEST_SIDE / Math.max(width, height));
    canvas.width = Math.round(width * scale);
    canvas.height = Math.round(height * scale);
    context.drawImage(source, 0, 0, canvas.width, canvas.height);
    try {
      return decodeQR(context.getImageData(0, 0, canvas.width, canvas.height));
    } catch {
      return null; // throws when there is no code
    }
  };
}

const sizeOf = (source: HTMLVideoElement | ImageBitmap): [number, number] =>
  source instanceof HTMLVideoElement
    ? [source.videoWidth, source.videoHeight]
    : [source.width, source.height];

/** Reads the code in a chosen or pasted picture. Null without a code, or when the file is no picture. */
export async function readPicture(file: Blob, isOurs: IsOurs): Promise<string | null> {
  try {
    const [decode, picture] = await Promise.all([loadDecoder(isOurs), createImageBitmap(file)]);
    const text = await decode(picture);
    picture.close();
    return text;
  } catch {
    return null;
  }
}
