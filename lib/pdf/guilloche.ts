const number = (value: number) => value.toFixed(2);

function path(points: [number, number][]): string {
  return points.map(([x, y], index) => `${number(x)} ${number(y)} ${index ? "l" : "m"}`).join("\n");
}

/**
 * A band of fine lines that photocopiers blur, as PDF operators. Each line oscillates between two edges whose
 * distance varies.
 */
export function bandOperators(width: number, height: number): string {
  const middle = height / 2;
  const reach = middle - 0.5;
  const lines: string[] = ["0.3 w 0.7 G"];
  for (let line = 0; line < 18; line += 1) {
    const phase = (line / 18) * Math.PI * 2;
    const points: [number, number][] = [];
    for (let x = 0; x <= width + 1; x += 1) {
      const breath = (x / (height * 1.6)) * Math.PI * 2;
      const upper = 0.62 + 0.38 * Math.sin(breath);
      const lower = -0.62 + 0.38 * Math.sin(breath + Math.PI * 0.5);
      const swing = (Math.sin(breath * 0.5 + phase) + 1) / 2;
      points.push([x, middle + reach * (lower + (upper - lower) * swing)]);
    }
    lines.push(path(points), "S");
  }
  return lines.join("\n");
}

/** The rosette of a seal: closed lines of twelve petals, each turned a little against the last. */
export function rosetteOperators(side: number): string {
  const lines: string[] = ["0.3 w 0.7 G"];
  const centre = side / 2;
  for (let ring = 0; ring < 12; ring += 1) {
    const phase = (ring / 12) * Math.PI * 2;
    const points: [number, number][] = [];
    for (let step = 0; step <= 240; step += 1) {
      const angle = (step / 240) * Math.PI * 2;
      const radius =
        centre * (0.62 + 0.24 * Math.sin(6 * angle + phase) + 0.13 * Math.sin(12 * angle - phase));
      points.push([centre + radius * Math.cos(angle), centre + radius * Math.sin(angle)]);
    }
    lines.push(path(points), "s");
  }
  return lines.join("\n");
}
