import type { ComponentChildren } from 'preact';

interface ScrollBoxProps {
  readonly label: string;
  readonly children: ComponentChildren;
  /** Hears of clicks and keys on what is inside. */
  readonly onAct?: (event: KeyboardEvent | MouseEvent) => void;
}

/** What is wider than the page scrolls in a box of its own, which the keyboard reaches. */
export function ScrollBox({ label, children, onAct }: ScrollBoxProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reached by keyboard
    <section class="scroll" tabIndex={0} aria-label={label} onKeyDown={onAct} onClick={onAct}>
      {children}
    </section>
  );
}
