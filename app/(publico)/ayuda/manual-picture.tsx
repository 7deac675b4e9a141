import type { Messages } from "@/messages/es-CO";

type Picture = keyof Messages["manual"]["pictures"];

/** Width and height of the two kinds of picture that `npm run screenshots` makes. */
const sizes = { phone: [390, 700], desk: [1100, 700] } as const;

const kinds: Readonly<Record<Picture, keyof typeof sizes>> = {
  applications: "phone",
  register: "phone",
  request: "phone",
  lookUp: "phone",
  found: "phone",
  receipt: "phone",
  history: "phone",
  today: "desk",
  decide: "desk",
  issue: "desk",
  import: "desk",
  settle: "desk",
};

/** A screenshot of the product, loaded lazily into a space of fixed size. */
export function ManualPicture({ name, alt }: { name: string; alt: string }) {
  const kind = kinds[name as Picture];
  const [width, height] = sizes[kind];
  return (
    <p className="my-3">
      {/* biome-ignore lint/performance/noImgElement: the file is small and made for its place */}
      <img
        className={`h-auto w-full border border-line ${kind === "phone" ? "max-w-80" : ""}`}
        src={`/manual/${name}.webp`}
        width={width}
        height={height}
        alt={alt}
        loading="lazy"
        decoding="async"
      />
    </p>
  );
}
