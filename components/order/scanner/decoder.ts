/** Reads the QR in a picture; null when it sees none. */
export type Decode = (source: HTMLVideoElement | ImageBitmap) => Promise<string | null>;

// Not in TypeScript's DOM: W3C Shape Detection.
type NativeDetector = { detect: (source: HTMLVideoElement | ImageBitmap) => Promise<{ rawValue: string }[]> };
type NativeDetectorClass = {
  new (options: { formats: string[] }): NativeDetector;
  getSupportedFormats: () => Promise<string[]>;
};

/** The phone's own reader where there is one, else ours, which is fetched only now. */
export async function loadDecoder(): Promise<Decode> {
  return (await nativeDecoder()) ?? (await ownDecoder());
}

async function nativeDecoder(): Promise<Decode | null> {
  const Detector = (globalThis as { BarcodeDetector?: NativeDetectorClass }).BarcodeDetector;
  try {
    // Some phones have the interface and nothing behind it.
    if (!Detector || !(await Detector.getSupportedFormats()).includes("qr_code")) return null;
    const detector = new Detector({ formats: ["qr_code"] });
    let own: Decode | null = null;
    return async (source) => {
      if (own) return own(source);
      try {
        return (await detector.detect(source))[0]?.rawValue ?? null;
      } catch {
        own = await ownDecoder(); // its service is missing or died: go on with ours
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
      return null; // it throws when it sees no code
    }
  };
}

const sizeOf = (source: HTMLVideoElement | ImageBitmap): [number, number] =>
  source instanceof HTMLVideoElement
    ? [source.videoWidth, source.videoHeight]
    : [source.width, source.height];

/** Reads the code in a picture that was chosen or pasted. Null when there is none, or it is no picture. */
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
