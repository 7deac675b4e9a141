/** A grey picture: 0 is ink, 255 is paper. */
export type Picture = { width: number; height: number; pixels: Uint8ClampedArray };

/** Rotates about the centre; what enters at the corners is paper. */
export function rotated({ width, height, pixels }: Picture, degrees: number): Picture {
  const angle = (degrees * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const out = new Uint8ClampedArray(width * height);
  const at = (x: number, y: number) =>
    x < 0 || y < 0 || x >= width || y >= height ? 255 : (pixels[y * width + x] ?? 255);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const [dx, dy] = [x - width / 2, y - height / 2];
      const fromX = cos * dx + sin * dy + width / 2;
      const fromY = -sin * dx + cos * dy + height / 2;
      const [x0, y0] = [Math.floor(fromX), Math.floor(fromY)];
      const [fx, fy] = [fromX - x0, fromY - y0];
      const upper = at(x0, y0) * (1 - fx) + at(x0 + 1, y0) * fx;
      const lower = at(x0, y0 + 1) * (1 - fx) + at(x0 + 1, y0 + 1) * fx;
      out[y * width + x] = upper * (1 - fy) + lower * fy;
    }
  return { width, height, pixels: out };
}

/** Gaussian blur, first horizontal and then vertical. */
export function blurred(picture: Picture, sigma: number): Picture {
  if (sigma < 0.05) return picture;
  const reach = Math.ceil(sigma * 3);
  const weights = Array.from({ length: reach * 2 + 1 }, (_, i) =>
    Math.exp(-((i - reach) ** 2) / (2 * sigma ** 2)),
  );
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const kernel = weights.map((weight) => weight / sum);
  return spread(spread(picture, kernel, 1, 0), kernel, 0, 1);
}

function spread({ width, height, pixels }: Picture, kernel: number[], dx: number, dy: number): Picture {
  const out = new Uint8ClampedArray(width * height);
  const reach = (kernel.length - 1) / 2;
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      let tone = 0;
      for (let step = -reach; step <= reach; step += 1) {
        const nearX = Math.min(width - 1, Math.max(0, x + dx * step));
        const nearY = Math.min(height - 1, Math.max(0, y + dy * step));
        tone += (pixels[nearY * width + nearX] ?? 255) * (kernel[step + reach] ?? 0);
      }
      out[y * width + x] = tone;
    }
  return { width, height, pixels: out };
}

/** Normal noise by the Box-Muller transform, which gives two values at a time. */
export function withNoise({ width, height, pixels }: Picture, sigma: number, random: () => number): Picture {
  const out = pixels.slice();
  for (let at = 0; at < out.length; at += 2) {
    const size = sigma * Math.sqrt(-2 * Math.log(1 - random()));
    const angle = 2 * Math.PI * random();
    out[at] = (pixels[at] ?? 255) + size * Math.cos(angle);
    if (at + 1 < out.length) out[at + 1] = (pixels[at + 1] ?? 255) + size * Math.sin(angle);
  }
  return { width, height, pixels: out };
}
