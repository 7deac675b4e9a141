/** Reads the QR code in a picture; null when there is none. */
export type Decode = (source: HTMLVideoElement | ImageBitmap) => Promise<string | null>;

// Not in TypeScript's DOM: W3C Shape Detection.
type NativeDetector = { detect: (source: HTMLVideoElement | ImageBitmap) => Promise<{ rawValue: string }[]> };
type NativeDetectorClass = {
  new (options: { formats: string[] }): NativeDetector;
  getSupportedFormats: () => Promise<string[]>;
};

/** The browser's BarcodeDetector where there is one, else our decoder, which is loaded only now. */
export async function loadDecoder(): Promise<Decode> {
  return (await nativeDecoder()) ?? (await ownDecoder());
}

async function nativeDecoder(): Promise<Decode | null> {
  const Detector = (globalThis as { BarcodeDetector?: NativeDetectorClass }).BarcodeDetector;
  try {
    // Some phones have the interface without an implementation.
    if (!Detector || !(await Detector.getSupportedFormats()).includes("qr_code")) return null;
    const detector = new Detector({ formats: ["qr_code"] });
    let own: Decode | null = null;
    return async (source) => {
      if (own) return own(source);
      try {
        return (await detector.detect(source))[0]?.rawValue ?? null;
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
export async function readPicture(file: Blob): Promise<string | null> {
  try {
    const [decode, picture] = await Promise.all([loadDecoder(), createImageBitmap(file)]);
    const text = await decode(picture);
    picture.close();
    return text;
  } catch {
    return null;
  }
}
