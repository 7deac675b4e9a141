import { afterEach, expect, test, vi } from "vitest";
import { loadDecoder } from "@/components/order/scanner/decoder";

afterEach(() => vi.unstubAllGlobals());

/** Reads a picture in which the browser's own detector finds these codes. */
async function decode(...texts: string[]): Promise<string | null> {
  class Detector {
    static getSupportedFormats = async () => ["qr_code"];
    detect = async () => texts.map((rawValue) => ({ rawValue }));
  }
  vi.stubGlobal("BarcodeDetector", Detector);
  const read = await loadDecoder((text) => text.startsWith("ours"));
  return read({} as ImageBitmap);
}

test("of several codes in one picture the caja's is read, wherever it stands", async () => {
  expect(await decode("ours 1")).toBe("ours 1");
  expect(await decode("https://pagos.example", "ours 1")).toBe("ours 1");
  expect(await decode("ours 1", "https://pagos.example")).toBe("ours 1");
});

test("a picture with foreign codes only reads the first, and one without a code none", async () => {
  expect(await decode("https://a.example", "https://b.example")).toBe("https://a.example");
  expect(await decode()).toBeNull();
});
