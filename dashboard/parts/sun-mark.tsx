const RAYS = 14;

/** The sun of a bronze drum, fourteen rays and two rings: an ornament, never an emblem of the state. */
export function SunMark() {
  const corner = (index: number, radius: number) => {
    const angle = (Math.PI * index) / RAYS - Math.PI / 2;
    return `${(24 + radius * Math.cos(angle)).toFixed(2)},${(24 + radius * Math.sin(angle)).toFixed(2)}`;
  };
  const star = Array.from({ length: 2 * RAYS }, (_, index) => corner(index, index % 2 === 0 ? 15 : 6.5)).join(
    ' ',
  );
  return (
    <svg class="sun-mark" viewBox="0 0 48 48" aria-hidden="true">
      <polygon points={star} />
      <circle cx="24" cy="24" r="18" />
      <circle cx="24" cy="24" r="22.5" stroke-dasharray="1.6 2.2" />
    </svg>
  );
}
